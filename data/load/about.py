"""What a dataset says of itself: the part `about` of its descriptor."""

from dataclasses import dataclass, fields

from data.load.descriptor import DESCRIPTOR_FILE, Descriptor
from data.load.errors import Problem, as_text


@dataclass(frozen=True)
class About:
    """Who made a dataset, how, and what readers may do with it.

    author: as a citation names them. coder: follows the author's name and a comma. summary: follows the
    number of sentences and a comma. passes: what to bear in mind of the agreement between the two passes.
    coding, reviews, left_out, second_coding: of the first pass, the checks after it, what was not coded, and
    the second pass, in Markdown. statement_licence: of the text. licence: of tables and codebook.
    """

    author: str
    coder: str
    summary: str
    passes: str
    coding: str
    reviews: str
    left_out: str
    second_coding: str
    statement_licence: str
    licence: str


def read_about(descriptor: Descriptor, problems: list[Problem]) -> About | None:
    """The part `about` of a descriptor; None after adding a Problem for each text that it lacks."""
    part = descriptor.get("about")
    if not isinstance(part, dict):
        problems.append(Problem(DESCRIPTOR_FILE, None, "about", as_text(part), "an object with texts"))
        return None
    texts = {field.name: part.get(field.name) for field in fields(About)}
    said = {name: text for name, text in texts.items() if isinstance(text, str) and text.strip()}
    for name in texts.keys() - said.keys():
        problems.append(Problem(DESCRIPTOR_FILE, None, f"about.{name}", as_text(texts[name]), "some text"))
    return About(**said) if len(said) == len(texts) else None
