"""Search in the texts of a dataset, and the terms that a text contains."""

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice, pairwise
from typing import NamedTuple

import pandas as pd

from data.load.dataset import Dataset
from data.queries.cache import cached, cached_recent
from data.queries.corpus import Reference, text_passages, texts, topics
from data.queries.folding import Phrase, phrase, spans, words_of
from data.queries.lookup import records
from data.queries.spelling import american

Spans = list[tuple[int, int]]
Term = tuple[Phrase, ...]  # what was typed, then other writings and names of the same
Name = tuple[str, bool]  # a name, folded, and whether it counts in capitals only
# What is searched in: the columns of a table, by its key. No phrase goes from one column into the next.
SEARCHED = {"passages": ("passage_id", ("text",)), "commitments": ("commitment_id", ("title", "quote"))}
# Searched, too: the sentences of the corpus, by reference, and the labels and definitions of its topics.
CORPUS, TOPICS = "corpus", "topics"
MOST_WORDS = 20  # that are looked for one by one
LONGEST_NAME = 8  # words
MOST_SPELLINGS, MOST_NEAR = 6, 3  # further spellings of a word, and searches offered for one in vain
SHORTEST_START = 5  # letters: what a longer word in the text is another spelling of
NEAR_ENOUGH = 0.77  # as difflib counts: 1 for the same word
_QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')
_PLAIN = re.compile(r"[^\W_]+(?:[ ’'.-][^\W_]+)*")  # words without marks that mean something in Markdown
_COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_SIZES = (("thousand", "k"), ("million", "m", "mn"), ("billion", "b", "bn"), ("trillion", "tn"))
_SIZE = "|".join(chain.from_iterable(_SIZES))
_AMOUNT = re.compile(rf"(?P<number>\d[\d,.]*)\s*(?P<size>{_SIZE})\b", re.IGNORECASE)
_IN_DOLLARS = re.compile(rf"(?:\busd?\s*\$|\busd)\s*(?=\d)|(?P<amount>\d[\d,.]*(?:\s*(?:{_SIZE}))?)\s+"
                         r"(?:us\s+)?dollars?\b", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What a search has found.

    hits: the positions (start, end) of the hits in the text of each row found, by the row's key. also: what
    else was searched and found, as the text writes it. apart: whether the rows hold all the words, but not
    side by side. near: searches that find something, where this one does not.
    """

    hits: dict[str, Spans]
    also: tuple[str, ...] = ()
    apart: bool = False
    near: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """The number of hits in all rows."""
        return sum(map(len, self.hits.values()))


class _Vocabulary(NamedTuple):
    """The words of a table, folded: in American spelling by the word, and compounds by what they are without
    their hyphens."""

    words: dict[str, str]
    compounds: dict[str, str]


@cached_recent
def search(ds: Dataset, table: str, words: str) -> Found:
    """What the words find in a table: one of SEARCHED, CORPUS or TOPICS.

    They are looked for as one phrase. If no row has it, each word or name has to be in the row. Words in
    quotes are a phrase to be found as it is; then each other word has to be in the row as well. Of what is
    not in quotes, other spellings are searched too, and its other names in the dataset's tables.
    """
    found = _found(ds, table, words)
    return found if found.hits else Found({}, near=tuple(_near(ds, table, words)))


def sentences_with(ds: Dataset, words: str, among: Collection[Reference]) -> frozenset[Reference]:
    """Of these sentences of the corpus, those that the words find, as `search` looks for them."""
    corpus = _texts(ds, CORPUS)
    hits = _found(ds, CORPUS, words, {str(one): corpus[str(one)] for one in among}).hits
    return frozenset(one for one in among if str(one) in hits)


def _found(ds: Dataset, table: str, words: str, texts: Mapping[str, str] | None = None) -> Found:
    """What the words find, without what is near. texts: what is searched in, by default the whole table."""
    texts = _texts(ds, table) if texts is None else texts
    for index, terms in enumerate(_readings(ds, table, words)):
        found = _rows_with(texts, terms, apart=index > 0)
        if found.hits:
            return found
    return Found({})


@cached
def _texts(ds: Dataset, table: str) -> dict[str, str]:
    """What is searched in, by the key of the row."""
    if table == CORPUS:
        return {
            str(Reference(text, row["passage_id"])): row["text"]
            for text in texts(ds)
            for row in text_passages(ds, text)
        }
    if table == TOPICS:
        return {topic.topic: f"{topic.label}\n{topic.definition}" for topic in topics(ds).values()}
    key, columns = SEARCHED[table]
    rows = getattr(ds, table)
    cells = ("\n".join(row) for row in zip(*(rows[column] for column in columns), strict=True))
    return dict(zip(rows[key], cells, strict=True))


# What the words mean


def _readings(ds: Dataset, table: str, words: str) -> Iterator[list[Term]]:
    """What the words may mean, the strictest first: the terms that a row has to hold."""
    quoted = [(phrase(part, whole=True),) for part in _QUOTED.findall(words) if words_of(part)]
    parts = _parts(ds, _QUOTED.sub(" ", words) if quoted else words)
    if quoted:
        yield quoted + [_term(ds, table, part) for part in parts]
        return
    if parts:
        yield [_term(ds, table, words)]
    if len(parts) > 1:
        yield [_term(ds, table, part) for part in parts]


def _parts(ds: Dataset, words: str) -> list[str]:
    """The words one by one, but names and amounts whole."""
    rest = [word for word in words.split() if words_of(word)][:MOST_WORDS]
    parts = []
    while rest:
        sizes = range(min(LONGEST_NAME, len(rest)), 0, -1)
        size = next((size for size in sizes if _is_name(ds, " ".join(rest[:size]))), 1)
        parts.append(" ".join(rest[:size]))
        rest = rest[size:]
    return parts


def _is_name(ds: Dataset, words: str) -> bool:
    return _name(words) in _names(ds) or bool(_AMOUNT.fullmatch(words.lstrip("$")))


def _term(ds: Dataset, table: str, words: str) -> Term:
    """The words, other spellings of them, and other names of the same."""
    typed = phrase(words)
    others = [*_names(ds).get(_name(words), ()), *_amounts(words), *_spellings(_vocabulary(ds, table), words)]
    phrases = [_other(ds, other) for other in others]
    return (typed, *(other for other in dict.fromkeys(phrases) if other.words.strip() != typed.words.strip()))


def _other(ds: Dataset, words: str) -> Phrase:
    """The phrase to find for another writing or name; not where it is a part of the name of another place."""
    wanted = phrase(words, whole=True)
    names = (f" {' '.join(words_of(name))} " for name in ds.places["name"])
    return wanted._replace(
        not_in=tuple(name for name in names if wanted.words in name and name != wanted.words)
    )


def _name(words: str) -> Name:
    return " ".join(words_of(words)), phrase(words).capitals


@cached
def _names(ds: Dataset) -> dict[Name, list[str]]:
    """Names of the same, by each of them, from the tables terms, bodies and places."""
    mentions = ds.body_mentions.groupby("body_id")["quote"].agg(list).to_dict()
    groups: list[list[str]] = [
        *([row["term"], row["expansion"]] for row in records(ds.terms)),
        *([row["name"], row["acronym"], *mentions.get(row["body_id"], [])] for row in records(ds.bodies)),
        *([row["name"], row["short_name"], *row["other_names"].split(";")] for row in records(ds.places)),
    ]
    names: dict[Name, list[str]] = {}
    for group in groups:
        for name in filter(words_of, group):
            names.setdefault(_name(name), []).extend(other for other in group if words_of(other))
    return names


def _amounts(words: str) -> Iterator[str]:
    """Other writings of an amount: `$200M` and `$200 mn` for `200 million dollars`."""
    written = _IN_DOLLARS.sub(lambda match: f"${match['amount'] or ''}", words)
    yield written
    amount = _AMOUNT.search(written)
    if amount:
        (sizes,) = (sizes for sizes in _SIZES if amount["size"].lower() in sizes)
        for size in sizes:
            for gap in ("", " "):
                yield f"{written[: amount.start()]}{amount['number']}{gap}{size}{written[amount.end() :]}"


# Other spellings


@cached
def _vocabulary(ds: Dataset, table: str) -> _Vocabulary:
    searched = _texts(ds, table).values()
    words = sorted({word for text in searched for word in words_of(text)} - {"\n"})
    compounds = {compound for text in searched for compound in _COMPOUND.findall(text)}
    return _Vocabulary(
        {word: american(word) for word in words},
        {"".join(words_of(compound)): compound for compound in sorted(compounds)},
    )


def _spellings(vocabulary: _Vocabulary, words: str) -> Iterator[str]:
    """The words as the text spells them: British or American, compounds with a hyphen or without."""
    typed = words_of(words)[:MOST_WORDS]
    variants = [_variants(vocabulary, word) for word in typed]
    spelled = [others[0] if others else word for word, others in zip(typed, variants, strict=True)]
    yield " ".join(spelled)
    for index, others in enumerate(variants):
        for other in others[1:]:
            yield " ".join([*spelled[:index], other, *spelled[index + 1 :]])
    for index, (word, following) in enumerate(pairwise(typed)):
        if len(following) > 1 and word + following in vocabulary.words:
            yield " ".join([*typed[:index], word + following, *typed[index + 2 :]])


def _variants(vocabulary: _Vocabulary, word: str) -> list[str]:
    """Words of the text that are the word in another spelling, or start with it in another spelling."""
    spelled = american(word)

    def same(other: str) -> bool:
        return other.startswith(spelled) if len(word) >= SHORTEST_START else other == spelled

    words = [other for other, key in vocabulary.words.items() if same(key) and word not in other]
    compounds = [compound for joined, compound in vocabulary.compounds.items() if same(american(joined))]
    return [*words, *compounds][:MOST_SPELLINGS]


# Rows and hits


def _rows_with(texts: Mapping[str, str], terms: Sequence[Term], apart: bool) -> Found:
    """The rows that hold every term, by any of its phrases. apart: as in Found."""
    hits: dict[str, Spans] = {}
    also: dict[Phrase, str] = {}
    for key, text in texts.items():
        places = [{wanted: spans(text, wanted) for wanted in term} for term in terms]
        if not all(any(of_term.values()) for of_term in places):
            continue
        hits[key] = []
        for term, of_term in zip(terms, places, strict=True):
            for wanted, found in of_term.items():
                free = [place for place in found if _is_free(place, hits[key])]
                if free and wanted != term[0]:
                    also.setdefault(wanted, text[slice(*free[0])])
                hits[key] = sorted(hits[key] + free)
    return Found(hits, tuple(dict.fromkeys(also.values())), apart)


def _is_free(place: tuple[int, int], taken: Spans) -> bool:
    """Whether no hit so far, of those in order, shares a letter with the place."""
    index = bisect(taken, place)
    after_last = index == 0 or taken[index - 1][1] <= place[0]
    return after_last and (index == len(taken) or place[1] <= taken[index][0])


# In vain


def _near(ds: Dataset, table: str, words: str) -> list[str]:
    """Searches that find something, for words that do not: near in spelling, or a part of them."""
    vocabulary, parts = _vocabulary(ds, table).words, _parts(ds, _QUOTED.sub(r" \1 ", words))
    names = {name: group[0] for (name, _), group in _names(ds).items()}
    whole = get_close_matches(" ".join(words_of(words)), names, MOST_NEAR, NEAR_ENOUGH)
    offered = [names[name] for name in whole]
    closest = [_closest(vocabulary, part) for part in parts]
    offered += [" ".join(others[0] if others else part for part, others in zip(parts, closest, strict=True))]
    offered += [*chain.from_iterable(closest), *parts]
    offered = [other if _PLAIN.fullmatch(other) else " ".join(words_of(other)) for other in offered]
    each_once = {" ".join(words_of(other)): other for other in reversed(offered)}
    found = (other for other in offered if other in each_once.values() and _found(ds, table, other).hits)
    return list(islice(dict.fromkeys(found), MOST_NEAR))


def _closest(vocabulary: Mapping[str, str], part: str) -> list[str]:
    """Words of the text that are near a word in spelling, the nearest first; none for a word of the text."""
    word = " ".join(words_of(part))
    if any(word in other for other in vocabulary):
        return []
    near = get_close_matches(word, vocabulary, MOST_NEAR, NEAR_ENOUGH)
    return [other.capitalize() for other in near] if part[:1].isupper() else near


# Terms


def terms_in(ds: Dataset, text: str) -> pd.DataFrame:
    """The rows of the table terms whose term or expansion is in the text as whole words.

    Only the first letter of a term may be of either case; all letters of an expansion may.
    """

    def occurs(row: pd.Series) -> bool:
        first, rest = row["term"][:1], row["term"][1:]
        term = f"[{re.escape(first.lower() + first.upper())}]{re.escape(rest)}"
        expansion = re.escape(row["expansion"])
        return bool(
            re.search(rf"(?<!\w){term}(?!\w)", text)
            or re.search(rf"(?<!\w){expansion}(?!\w)", text, re.IGNORECASE)
        )

    return ds.terms[ds.terms.apply(occurs, axis=1)]
