"""Process-wide cache of query results: each result is kept on the view or dataset it is about."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

MOST_RESULTS = 300  # kept for one view: enough for its figures and tables, and the last search words


class HasResults(Protocol):
    """A view or a dataset. Its tables never change, so results about it stay valid."""

    @property
    def results(self) -> dict[Hashable, Any]:
        """The results so far, by function and arguments."""


Subject = TypeVar("Subject", bound=HasResults)
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_MISSING = object()


def cached(
    query: Callable[Concatenate[Subject, Arguments], Result],
) -> Callable[Concatenate[Subject, Arguments], Result]:
    """Decorate a function so that its results are kept on its first argument, a View or a Dataset.

    All readers share the results, because `select` returns the same view for the same selection. When a
    view is dropped, so are its results. The other arguments must be hashable. Do not change a result: other
    readers get the same object.
    """

    @wraps(query)
    def cached_query(subject: Subject, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        key = (query, args, *sorted(kwargs.items()))
        result = subject.results.get(key, _MISSING)
        if result is _MISSING:
            result = query(subject, *args, **kwargs)
            if len(subject.results) >= MOST_RESULTS:
                subject.results.clear()
            subject.results[key] = result
        return result

    return cached_query
