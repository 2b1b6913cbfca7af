"""How wide a text is drawn, in letters: a Latin letter is one, a letter of East Asia two, a mark on a letter
none. So Unicode has it (UAX 11); fonts are not at hand where pictures are laid out."""

import textwrap
import unicodedata

# Stands in a text behind each letter that is as wide as two, so that a line can be filled by counting.
# A letter for private use, which the loader's tables hold in no script.
_FILLER = "\ue000"


def letter_width(letter: str) -> int:
    """0 for a mark that is drawn on the letter before it, 2 for a letter as wide as high, 1 for any other."""
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def width(text: str) -> int:
    """The width of a text on one line, in letters."""
    return sum(map(letter_width, unicodedata.normalize("NFC", text)))


def wrapped(text: str, letters: int) -> list[str]:
    """The lines of a text that is broken to so many letters a line."""
    return [_narrow(line) for line in textwrap.wrap(_filled(text), letters)]


def shortened(text: str, letters: int) -> str:
    """The words of a text that fit into so many letters, with ` …` where others are left out."""
    return _narrow(textwrap.shorten(_filled(text), letters, placeholder=" …"))


def _filled(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter + _FILLER if letter_width(letter) == 2 else letter for letter in composed)


def _narrow(text: str) -> str:
    return text.replace(_FILLER, "")
