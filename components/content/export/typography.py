"""Fonts of all documents, and how large a text may be to fit a box.

Windows and macOS have both fonts. LibreOffice on Linux draws Arial as Liberation Sans, which is as wide, and
Georgia as DejaVu Serif, which is wider: what fits there fits everywhere.
"""

import math
from collections.abc import Sequence

from components.content.text import measure

SERIF, SANS = "Georgia", "Arial"  # titles and quotes; the rest
HANGUL, ARABIC = "Malgun Gothic", "Arial"  # for letters that these fonts lack
# Mean width of a letter as a share of the font size, the room lost at the ends of lines included.
LETTER = {SERIF: 0.6, SANS: 0.52}
LINE = 1.2  # height of a line as a multiple of the font size


def height(paragraphs: Sequence[str], font: str, size: float, width: float, after: float = 0) -> float:
    """The height that paragraphs take, in points. size, width and the space after each in points, too."""
    lines = 0
    for line in (line for text in paragraphs for line in text.split("\n")):
        lines += max(1, math.ceil(_letters(line, font) * size / width))
    return lines * size * LINE + len(paragraphs) * after


def fitting(
    paragraphs: Sequence[str], font: str, sizes: Sequence[int], width: float, room: float, after: float = 0
) -> int:
    """The first of `sizes` at which paragraphs fit a box, or the last one. width, room: of the box in points.
    after: points below each paragraph."""
    fits = (size for size in sizes if height(paragraphs, font, size, width, after) <= room)
    return next(fits, sizes[-1])


def _letters(line: str, font: str) -> float:
    """The width of a line in multiples of the font size. Letters of East Asia are as wide as high."""
    return sum({0: 0, 1: LETTER[font], 2: 1}[measure.letter_width(letter)] for letter in line)
