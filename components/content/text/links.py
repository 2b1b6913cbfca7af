"""Links as mail, chat and other tools rewrite them, read as they were meant.

asgi.py reads a link before a page opens, url_state when it runs.

Tools put a full stop or a bracket of their own sentence at the end, change the case, encode `&` and `=` once
more, decompose letters with accents, and add parameters. What cannot be read stays as it is, for the page to
name it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import quote, unquote, unquote_plus, urlencode

from data.queries import View

Query = dict[str, list[str]]  # the parameters of a link in order, each with its values

# The parameters of all pages. A link that is handed on holds no others; url_state refuses to read others.
NAMES = (
    *("theme", "actor", "passage", "q", "pin", "present", "card"),
    *("strength", "names", "followed", "cell", "commitment", "kind", "layer", "amount"),
    *("view", "role", "place", "part", "by"),
    *("text", "topic", "series", "old", "new", "links"),
)
# What mail clients, newsletters and social networks add.
_ADDED = re.compile(
    r"(utm|mc|pk|mtm|hsa|oly|vero)_\w*|\w*clid|gclsrc|[gw]braid|_g[al]|_hs(enc|mi)|mkt_tok|igshi?d?|mibextid|sfnsn"
    r"|srsltid|ref_(src|url)|trk",
    re.IGNORECASE,
)
LONGEST_SEARCH = 100  # characters of the search words
_MOST_ENCODED = 3  # times that a tool has encoded a link
_NEXT = re.compile(rf"[?&;](?:amp;)*(?=(?:{'|'.join(NAMES)})=)", re.IGNORECASE)


def match(value: str, options: Iterable[str]) -> str | None:
    """The option that a value in a link means: the same, or the only one that is the same but for marks
    around it, case, encoding and form of Unicode. None if there is none."""
    options = list(options)
    if value in options:
        return value
    wanted = plain(value)
    alike = [option for option in options if plain(option) == wanted]
    return alike[0] if wanted and len(alike) == 1 else None


def plain(value: str) -> str:
    """A value without what tools do to it: encoding, case, form of Unicode, marks around it."""
    for _ in range(_MOST_ENCODED):
        value = unescape(unquote_plus(value))
    value = unicodedata.normalize("NFKC", value).casefold()
    words = [index for index, letter in enumerate(value) if letter.isalnum()]
    return value[words[0] : words[-1] + 1] if words else ""


def untangled(query: Mapping[str, list[str]]) -> Query:
    """The parameters with their names as they should be, apart where they were encoded into each other, and
    without those that tools add. Parameters that are not ours stay, at the end."""
    ours: Query = {}
    others: Query = {}
    for name, values in query.items():
        for value in values:
            pairs = list(_pairs(name, value))
            for known, part in pairs:
                ours.setdefault(known, []).append(part)
            if not pairs and not _ADDED.fullmatch(name):
                others.setdefault(name, []).append(value)
    return ours | others


def _pairs(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Our parameters in one of a link: itself, and those that were encoded into it; none in a foreign one."""
    known = match(name.removeprefix("amp;"), NAMES)
    whole = value if known else f"{name}={value}" if value else name
    encoded = 0
    while encoded < _MOST_ENCODED and not (_NEXT.search(whole) if known else _NEXT.match(f"?{whole}")):
        whole, encoded = unquote(whole), encoded + 1
    first, *rest = _NEXT.split(whole if known else f"?{whole}")
    if known:
        yield known, first if rest else value
    for part in rest:
        name, _, words = part.partition("=")
        yield name.casefold(), unquote_plus(words) if encoded else words


def page(path: str, pages: Collection[str]) -> tuple[str | None, str]:
    """The page that the last part of an address's path means, and the query that was encoded into it.

    path: decoded once. The page is None for no known one; "" is the start page.
    """
    name, _, query = unquote(path.rpartition("/")[2]).partition("?")
    if not name.strip():
        return "", query
    return match(name, pages), query


def of_filters(view: View) -> Query:
    """The shared filters of a view as parameters. Their values are labels."""
    chosen = {"theme": view.selection.themes, "actor": view.selection.actors}
    return {facet: [view.labels(facet)[code] for code in codes] for facet, codes in chosen.items() if codes}


def encoded(query: Mapping[str, Collection[str]]) -> str:
    """The parameters as the end of an address: with the question mark, or "" for none."""
    return f"?{urlencode(query, doseq=True, quote_via=quote)}" if query else ""


def handed_on(query: Mapping[str, list[str]], without: Collection[str] = ()) -> Query:
    """The parameters that a link may hold which is copied."""
    return {name: values for name, values in query.items() if name in NAMES and name not in without}
