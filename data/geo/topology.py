"""Turns TopoJSON arcs into shapely outlines with fewer points.

Two neighbours share the arc along their border. Arcs are thinned before they are joined to
rings, so both neighbours get the same thinned border, without gaps or overlaps.
"""

from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

Points = NDArray[np.float64]  # n × 2: degrees east, degrees north

DECIMALS = 2  # of a degree: about a kilometre, which is a pixel at zoom 6
LEAST_SHAPE = 6  # no point moves by more than a sixth of its arc's extent, so small islands keep a shape


class Detail(NamedTuple):
    """How far thinning may move a line, in degrees: inside the area in focus, and elsewhere."""

    focus: float
    elsewhere: float
    area: BaseGeometry

    def tolerance(self, points: Points) -> NDArray[np.float64]:
        """How far the line may move at each point."""
        inside = shapely.intersects_xy(self.area, points)
        return np.where(inside, self.focus, self.elsewhere)


def read_arcs(topology: dict[str, Any]) -> list[Points]:
    """The arcs in degrees; TopoJSON stores them as integer steps from point to point."""
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]


def thin(arc: Points, detail: Detail) -> Points:
    """The arc with fewer points, rounded; its two ends stay where they are.

    It is cut into runs where the tolerance changes, and where the hemisphere changes: the step
    from 180 to -180 is no line on the map and must not be straightened.
    """
    tolerance = detail.tolerance(arc)
    changes = (np.diff(tolerance) != 0) | (np.diff(arc[:, 0] < 0))
    runs = np.split(arc, np.flatnonzero(changes) + 1)
    starts = np.cumsum([0] + [len(run) for run in runs[:-1]])
    kept = [_thin_run(run, tolerance[start]) for run, start in zip(runs, starts, strict=True)]
    return np.concatenate(kept).round(DECIMALS)


def _thin_run(run: Points, tolerance: float) -> Points:
    if len(run) < 3:
        return run
    extent = np.ptp(run, axis=0).max()
    line = shapely.LineString(run)
    thinned = line.simplify(min(tolerance, extent / LEAST_SHAPE), preserve_topology=False)
    return shapely.get_coordinates(thinned)


def outline(geometry: dict[str, Any], arcs: list[Points]) -> BaseGeometry:
    """The polygons of one TopoJSON geometry as one shapely geometry."""
    nested = geometry["arcs"]
    polygons = [nested] if geometry["type"] == "Polygon" else nested
    return shapely.union_all([_polygon(rings, arcs) for rings in polygons])


def without_small_islands(shape: BaseGeometry, detail: Detail) -> BaseGeometry:
    """The outline without islands too small to be seen; the largest island always stays."""
    islands = shapely.get_parts(shape)
    squares = detail.tolerance(shapely.get_coordinates(shapely.point_on_surface(islands))) ** 2
    areas = shapely.area(islands)
    return shapely.union_all(islands[(areas > squares) | (areas == areas.max())])


def _polygon(rings: list[list[int]], arcs: list[Points]) -> BaseGeometry:
    shell, *holes = (join_arcs(ring, arcs) for ring in rings)
    holes = [hole for hole in holes if len(hole) > 3]
    if len(shell) < 4:
        return shapely.Polygon()
    if np.abs(np.diff(shell[:, 0])).max() > 180:
        return _cut_at_180(shell)
    return _polygons_only(shapely.make_valid(shapely.Polygon(shell, holes)))


def join_arcs(indices: list[int], arcs: list[Points]) -> Points:
    """Arcs end to end. In TopoJSON, an index below zero means an arc read backwards."""
    pieces = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices]
    points = np.concatenate(pieces)
    repeated = np.all(points[1:] == points[:-1], axis=1)
    return np.delete(points, np.flatnonzero(repeated) + 1, axis=0)


def _cut_at_180(shell: Points) -> BaseGeometry:
    """A ring that crosses the 180th meridian, as polygons on both sides of it."""
    unrolled = np.column_stack([shell[:, 0] % 360, shell[:, 1]])
    whole = shapely.make_valid(shapely.Polygon(unrolled))
    east = whole.intersection(shapely.box(0, -90, 180, 90))
    west = whole.intersection(shapely.box(180, -90, 360, 90))
    return _polygons_only(shapely.union_all([east, translate(west, -360)]))


def _polygons_only(geometry: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry; make_valid may add lines and points, which are left out."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])
