"""Where the marks and captions of the map stand: places and a size in pixels in, positions in pixels out.

Pixels count from the upper left corner of the picture, as those of its camera.
"""

import itertools
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.content.charts.map_camera import Camera
from components.content.text import measure
from data import queries
from data.queries import Record

STATIC = Path(__file__).parents[3] / "static" / "geo"
WORDS = (queries.AREA, queries.SEA)  # kinds of place that are words alone; every other kind is a disc
WIDE = 820  # px: for this width sizes are as given; a narrower picture has smaller discs
TEXT = 13  # px: the size of captions
LEADING = 1.25  # height of a line, in sizes of its text
LARGEST = 22  # px: the radius of the largest disc
GAP = 4  # px between a disc and its caption
NEAR = 21  # px: places this near to each other are drawn apart, in a column
EDGE = 6  # px: no caption comes nearer to the edge of the picture
BUTTONS = (44, 84)  # px: what Streamlit's zoom buttons cover in the upper right corner
_OUTSIDE = 12  # px
_STEP = 12  # px between the positions that are tried for a column
_TRIED = 60  # the number of positions whose lines are looked at
_CROSSING = 80  # px further away that a column may stand for its lines to cross one place less

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Mark:
    """A place in the picture.

    home: where it lies, in px. at: where it is drawn; elsewhere if it stands in a column. radius: of its
    disc in px, 0 for none. caption: its text, lines separated by newlines. anchor: the side of the caption
    that is at `text_at`: start, middle or end; "" if there was no room for the caption.
    """

    place_id: str
    kind: str
    mentions: int
    home: tuple[float, float]
    at: tuple[float, float]
    radius: float
    caption: str
    text_at: tuple[float, float] = (0, 0)
    anchor: str = ""

    @property
    def moved(self) -> bool:
        """Whether it is drawn away from home, in a column."""
        return self.at != self.home


def marks(places: pd.DataFrame, camera: Camera, scale: float = 1, chosen: str | None = None) -> list[Mark]:
    """All places with their discs and captions; the chosen and the most mentioned have the first choice.

    places: as from `queries.places`. scale: enlarges text and discs. Places that lie too near to each
    other stand in a column over water. A caption that would be cut or would cover another is left out;
    places outside of the picture are drawn all the same, for a reader who moves the map.
    """
    size = scale * min(1.0, max(0.6, camera.width / WIDE))
    order = places.assign(last=places["place_id"] != chosen).sort_values("last", kind="stable")
    unit = min(5.0, LARGEST / math.sqrt(max([1, *places["mentions"]]))) * size
    loose = [_mark(row, camera, unit) for row in queries.records(order)]
    taken: list[Box] = [_buttons(camera, scale)]
    placed: dict[str, Mark] = {}
    threads: list[tuple[float, float]] = []  # points on the lines between columns and homes
    for group in _crowds([one for one in loose if _inside(one.home, camera)], NEAR * size / scale):
        ids = {one.place_id for one in group}
        others = [_nominal(one, scale) for one in loose if one.place_id not in ids]
        column = _column(group, camera, scale, taken, others)
        placed |= {one.place_id: one for one in column}
        taken += [box(one, scale) for one in column]
        taken += [_around(one.at, one.radius) for one in column]
        threads += [point for one in column for point in _thread(one)]
    taken += [_around(one.at, one.radius) for one in loose if one.place_id not in placed and one.radius]
    words_last = sorted(loose, key=lambda one: (one.place_id != chosen, not one.radius))
    for one in words_last:
        if one.place_id not in placed:
            placed[one.place_id] = _captioned(one, camera, scale, taken, threads)
            if placed[one.place_id].anchor:
                taken.append(box(placed[one.place_id], scale))
    return [placed[place_id] for place_id in places["place_id"]]


def names(labels: pd.DataFrame, marks: Sequence[Mark], camera: Camera, scale: float = 1) -> pd.DataFrame:
    """The names for orientation (rows of `labels`: name, lon, lat, level) that a picture has room for."""
    taken = [box(one, scale) for one in marks if one.anchor]
    taken += [_around(one.at, one.radius) for one in marks]
    taken += [_around(point, 1) for one in marks if one.moved for point in _thread(one)]
    taken.append(_buttons(camera, scale))
    kept = []
    for index, row in labels[labels["level"] <= camera.zoom + 0.5].iterrows():
        x, y = camera.pixel(row["lon"], row["lat"])
        own = _centred(row["name"], x, y, scale)
        if _within(own, camera) and not any(_cover(own, other) for other in taken):
            taken.append(own)
            kept.append(index)
    return labels.loc[kept]


def _buttons(camera: Camera, scale: float) -> Box:
    """What the zoom buttons cover. On a large slide they grow, as words do."""
    return camera.width - BUTTONS[0] * scale, 0, camera.width, BUTTONS[1] * scale


def box(mark: Mark, scale: float = 1) -> Box:
    """What a mark's caption covers."""
    wide, high = _extent(mark.caption, scale)
    x, y = mark.text_at
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[mark.anchor]
    return left, y - high / 2, left + wide, y + high / 2


def _mark(row: Record, camera: Camera, unit: float) -> Mark:
    home = camera.pixel(row["lon"], row["lat"])
    words = row["kind"] in WORDS
    caption = f"{row['short_name']} {row['mentions']}"
    if row["kind"] == queries.AREA:
        caption = spaced(row["short_name"]) + f"  {row['mentions']}"
    radius = 0.0 if words else unit * math.sqrt(row["mentions"])
    return Mark(row["place_id"], row["kind"], row["mentions"], home, home, radius, caption)


def spaced(name: str) -> str:
    """A region's name in spaced capitals; a long one in two lines. A script without capitals is not spaced:
    its letters may be joined to each other."""
    words = name.upper().split(" ")
    lines = [" ".join(words)]
    if measure.width(lines[0]) > 12 and len(words) > 1:
        cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
        lines = list(min(cuts, key=lambda pair: max(map(measure.width, pair))))
    space = "\u2009" if name.lower() != name.upper() else ""
    return "\n".join(space.join(line) for line in lines)


def _extent(text: str, scale: float) -> tuple[float, float]:
    """Width and height of a text in px, rather too large than too small."""
    lines = text.split("\n")
    em = TEXT * scale
    return max(sum(map(_letter, line)) for line in lines) * em, len(lines) * em * LEADING


def _letter(letter: str) -> float:
    """The width of a letter, in sizes of its text."""
    if letter in " \u2009.,’'-il1":
        return 0.3
    if measure.letter_width(letter) != 1:
        return measure.letter_width(letter) / 2
    return 0.66 if letter.isupper() else 0.54


def _crowds(marks: Sequence[Mark], near: float) -> list[list[Mark]]:
    """The groups of marks that are too near to each other to stand at home: three and more places, or two
    discs that overlap."""
    groups: list[list[Mark]] = []
    for mark in marks:
        touching = [
            group
            for group in groups
            if any(
                math.dist(mark.home, other.home) < max(near, mark.radius + other.radius) for other in group
            )
        ]
        groups = [group for group in groups if group not in touching]
        groups.append([mark, *itertools.chain.from_iterable(touching)])
    return [
        group
        for group in groups
        if len(group) > 2
        or (
            len(group) == 2
            and all(one.radius for one in group)
            and math.dist(group[0].home, group[1].home) < group[0].radius + group[1].radius
        )
    ]


def _column(
    group: Sequence[Mark], camera: Camera, scale: float, taken: Sequence[Box], others: Sequence[Box]
) -> list[Mark]:
    """The marks of a crowd below each other, where there is most water and least else near their homes.

    taken: what the picture holds already. others: what places outside of the group take. If the picture is
    too low for all, the least mentioned are left out; of one too narrow, all.
    """
    homes = [_around(one.home, 2) for one in group]
    rows = sorted(group, key=lambda one: (-one.mentions, one.home[1]))
    while rows:
        widest = max(one.radius for one in rows) or 3 * scale
        wide = 2 * widest + GAP * scale + max(_extent(one.caption, scale)[0] for one in rows)
        heights = {one.place_id: _row_height(one, scale) for one in rows}
        corner = _free_corner(wide, sum(heights.values()), rows, camera, [*taken, *others, *homes], others)
        if corner:
            break
        rows.pop()
    else:
        return []
    left, top = corner
    homes_x = sum(one.home[0] for one in rows) / len(rows)
    mirrored = left + wide / 2 < homes_x  # the column stands left of its homes: discs at its right
    column = []
    for one in sorted(rows, key=lambda one: one.home[1]):
        y = top + heights[one.place_id] / 2
        x = left + wide - widest if mirrored else left + widest
        side = -1 if mirrored else 1
        text_at = (x + side * (widest + GAP * scale), y)
        at = (x, y) if one.radius else (text_at[0] - side * GAP, y)
        column.append(replace(one, at=at, text_at=text_at, anchor="end" if mirrored else "start"))
        top += heights[one.place_id]
    return column


def _row_height(mark: Mark, scale: float) -> float:
    return max(2 * mark.radius + 3, _extent(mark.caption, scale)[1] + 3 * scale)


def _free_corner(
    wide: float,
    high: float,
    rows: Sequence[Mark],
    camera: Camera,
    taken: Sequence[Box],
    others: Sequence[Box],
) -> tuple[float, float] | None:
    """The upper left corner of the best free rectangle of this size; None if there is none.

    taken: what it must not cover. others: what its lines should not cross.
    """
    xs = np.arange(EDGE, camera.width - wide - EDGE, _STEP)
    ys = np.arange(EDGE, camera.height - high - EDGE, _STEP)
    if not len(xs) or not len(ys):
        return None
    homes = np.array([one.home for one in rows])
    middle_x, middle_y = homes.mean(axis=0)
    aside = np.maximum(np.maximum(xs - homes[:, 0].max(), homes[:, 0].min() - xs - wide), 0)
    below = np.abs(ys + high / 2 - middle_y)[:, None]
    cost = np.hypot(aside[None, :], below)
    cost += 1500 * _land_share(xs, ys, wide, high, camera)
    cost += 3 * np.maximum(below - aside[None, :], 0)  # steep lines would run through rows of the column
    for left, top, right, bottom in taken:
        columns = (xs < right + GAP) & (xs + wide > left - GAP)
        cost[np.ix_((ys < bottom + GAP) & (ys + high > top - GAP), columns)] = np.inf
    best, corner = math.inf, None
    for index in np.argsort(cost, axis=None)[:_TRIED]:
        row, column = np.unravel_index(index, cost.shape)
        end = (float(xs[column]) + (wide if xs[column] < middle_x else 0), float(ys[row]) + high / 2)
        line = _points((middle_x, middle_y), end)
        crossed = sum(any(b[0] < x < b[2] and b[1] < y < b[3] for x, y in line) for b in others)
        total = float(cost[row, column]) + _CROSSING * crossed
        if total < best:
            best, corner = total, (float(xs[column]), float(ys[row]))
    return corner


def _land_share(
    xs: NDArray[np.float64], ys: NDArray[np.float64], wide: float, high: float, camera: Camera
) -> NDArray[np.float64]:
    """The share of land under a rectangle of this size, by its upper left corner: a row for each of `ys`."""
    across, down = math.ceil(wide / _STEP), math.ceil(high / _STEP)
    lons = [camera.position(EDGE + _STEP * step, 0)[0] for step in range(len(xs) + across)]
    lats = [camera.position(0, EDGE + _STEP * step)[1] for step in range(len(ys) + down)]
    columns = (np.floor(np.array(lons)).astype(int) + 180) % 360
    rows = np.clip(np.floor(np.array(lats)).astype(int) + 90, 0, 179)
    sums = np.pad(land()[np.ix_(rows, columns)].cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    part = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
    share: NDArray[np.float64] = part[: len(ys), : len(xs)] / (across * down)
    return share


@cache
def land(folder: Path = STATIC) -> NDArray[np.bool_]:
    """Whether there is land in the middle of each degree: 180 rows from 90° S, 360 columns from 180° W."""
    (file,) = folder.glob("countries.*.json")
    lines = np.array(
        [
            (*start, *end)
            for ring in _rings(json.loads(file.read_text(encoding="utf-8")))
            for start, end in itertools.pairwise(ring)
        ]
    )
    lines = lines[lines[:, 1] != lines[:, 3]]
    x1, y1, x2, y2 = lines.T
    middles = np.arange(-179.5, 180)
    rows = []
    for lat in np.arange(-89.5, 90):
        # A point lies inside if the borders west of it are odd in number.
        crossing = (y1 > lat) != (y2 > lat)
        share = (lat - y1[crossing]) / (y2 - y1)[crossing]
        borders = np.sort(x1[crossing] + share * (x2 - x1)[crossing])
        rows.append(np.searchsorted(borders, middles) % 2 == 1)
    return np.array(rows)


def _rings(collection: Record) -> Iterator[list[list[float]]]:
    for feature in collection["features"]:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for polygon in polygons:
            yield from polygon


def _captioned(
    mark: Mark, camera: Camera, scale: float, taken: Sequence[Box], threads: Sequence[tuple[float, float]]
) -> Mark:
    """The mark with its caption at the first place that is free, if possible of lines too; without one if
    none is."""
    bound = _inside(mark.home, camera)
    found, fewest = mark, math.inf
    for at, anchor in _candidates(mark, scale):
        candidate = replace(mark, text_at=at, anchor=anchor)
        own = box(candidate, scale)
        if (bound and not _within(own, camera)) or any(_cover(own, one) for one in taken):
            continue
        crossed = sum(own[0] < x < own[2] and own[1] < y < own[3] for x, y in threads)
        if crossed < fewest:
            found, fewest = candidate, crossed
        if not crossed:
            break
    return found


def _candidates(mark: Mark, scale: float) -> Iterator[tuple[tuple[float, float], str]]:
    """Where a mark's caption may stand, the best first: beside its disc, or on its area."""
    x, y = mark.home
    wide, high = _extent(mark.caption, scale)
    if mark.radius:
        aside = mark.radius + GAP * scale
        yield (x + aside, y), "start"
        yield (x - aside, y), "end"
        for sign in (1, -1):
            yield (x, y + sign * (mark.radius + high / 2)), "middle"
        for gap, down, across in itertools.product((0, 0.8), (1, -1), (1, -1)):
            lift = down * (mark.radius * 0.7 + high / 2 + gap * high)
            yield (x + across * mark.radius * 0.7, y + lift), "start" if across > 0 else "end"
        return
    shifts = itertools.product((0.0, 0.25, -0.25, 0.5, -0.5), (0.0, 0.6, -0.6, 1.2, -1.2))
    for right, under in sorted(shifts, key=lambda shift: math.hypot(shift[0] * wide, shift[1] * high)):
        yield (x + right * wide, y + under * high), "middle"


def _nominal(mark: Mark, scale: float) -> Box:
    """What a mark takes at home as long as its caption has no place yet."""
    x, y = mark.home
    wide, high = _extent(mark.caption, scale)
    if not mark.radius:
        return _centred(mark.caption, x, y, scale)
    reach = max(mark.radius, high / 2)
    return x - mark.radius, y - reach, x + mark.radius + GAP * scale + wide, y + reach


def _thread(mark: Mark) -> list[tuple[float, float]]:
    """Points on the line between a mark's home and where it is drawn."""
    return _points(mark.home, mark.at)


def _points(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Points every 5 px on a line."""
    (x1, y1), (x2, y2) = start, end
    steps = max(1, round(math.dist(start, end) / 5))
    return [(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps)]


def _inside(point: tuple[float, float], camera: Camera) -> bool:
    """Whether a point is in the picture or so little outside that its caption can be drawn in it."""
    x, y = point
    return -_OUTSIDE <= x <= camera.width + _OUTSIDE and -_OUTSIDE <= y <= camera.height + _OUTSIDE


def _within(one: Box, camera: Camera) -> bool:
    right, bottom = camera.width - EDGE, camera.height - EDGE
    return one[0] >= EDGE and one[1] >= EDGE and one[2] <= right and one[3] <= bottom


def _cover(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _around(point: tuple[float, float], radius: float) -> Box:
    return point[0] - radius, point[1] - radius, point[0] + radius, point[1] + radius


def _centred(text: str, x: float, y: float, scale: float) -> Box:
    wide, high = _extent(text, scale)
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
