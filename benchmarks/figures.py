"""Many measured values as a few, and as a Markdown table."""

import math
from collections.abc import Iterable, Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that `share` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def slope(points: Sequence[tuple[float, float]]) -> float:
    """How much y rises while x rises by one, by least squares; 0 for points of one x."""
    count = len(points)
    x_mean, y_mean = (sum(axis) / count for axis in zip(*points, strict=True))
    spread = sum((x - x_mean) ** 2 for x, _ in points)
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / spread if spread else 0.0


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Words left, numbers right: all columns but the first are numbers."""
    rule = f"|---|{'---:|' * (len(header) - 1)}"
    head, *body = (f"| {' | '.join(map(str, cells))} |" for cells in (header, *rows))
    return "\n".join([head, rule, *body])
