"""Statistics of measured values, and Markdown tables of them."""

import math
from collections.abc import Iterable, Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the least-squares line through points (x, y); 0 if all have the same x."""
    x_mean = sum(x for x, _ in points) / len(points)
    y_mean = sum(y for _, y in points) / len(points)
    spread = sum((x - x_mean) ** 2 for x, _ in points)
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / spread if spread else 0.0


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table. The first column is aligned left, the others right: they are numbers."""
    head, *body = [f"| {' | '.join(map(str, cells))} |" for cells in (header, *rows)]
    rule = f"|---|{'---:|' * (len(header) - 1)}"
    return "\n".join([head, rule, *body])
