"""Process-wide cache of query results: each result is kept on the view or dataset it is about."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

# Results of one view or dataset. All about the shipped dataset are some 2,000; only made-up links give more.
MOST_RESULTS = 5_000
MOST_RECENT = 60  # results of one function that `cached_recent` keeps


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

    The other arguments are to be few in all: names, codes, charts. For what a reader may write or combine
    at will there is `cached_recent`.
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


def cached_recent(
    query: Callable[Concatenate[Subject, Arguments], Result],
) -> Callable[Concatenate[Subject, Arguments], Result]:
    """Decorate a function as `cached` does, but keep its last MOST_RECENT results alone."""

    @wraps(query)
    def cached_query(subject: Subject, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        kept = subject.results.setdefault((query, "recent"), {})
        key = (args, *sorted(kwargs.items()))
        result = kept.pop(key, _MISSING)
        if result is _MISSING:
            result = query(subject, *args, **kwargs)
        kept[key] = result  # now the last
        for oldest in list(kept)[:-MOST_RECENT]:
            kept.pop(oldest, None)
        return result

    return cached_query
