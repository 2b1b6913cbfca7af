"""Process-wide cache of query results: each result is kept on the view or dataset it is about."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

MOST = 300  # results kept for one view: all its figures and tables, and the last search words


class HasAnswers(Protocol):
    """A view or a dataset. Its tables never change, so a result about it stays true."""

    @property
    def answers(self) -> dict[Hashable, Any]:
        """Results so far, by function and arguments."""


About = TypeVar("About", bound=HasAnswers)
Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")
_MISSING = object()


def cached(query: Callable[Concatenate[About, Rest], Answer]) -> Callable[Concatenate[About, Rest], Answer]:
    """Make a function keep its results with its first argument, a View or a Dataset.

    All readers share them: `select` returns the same view for the same selection, and most readers
    choose one theme. When a view goes, its results go with it. The other arguments must be
    hashable. Never change a result in place: the next reader gets the same object.
    """

    @wraps(query)
    def answer(about: About, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
        key = (query, rest, *sorted(named.items()))
        known = about.answers.get(key, _MISSING)
        if known is _MISSING:
            known = query(about, *rest, **named)
            if len(about.answers) >= MOST:
                about.answers.clear()
            about.answers[key] = known
        return known

    return answer
