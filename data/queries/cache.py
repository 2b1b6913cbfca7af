"""Answers kept for the next reader who asks the same."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from data.load.dataset import Dataset

P, A = ParamSpec("P"), TypeVar("A")
KEPT = 3000  # answers in all: those about some fifty views, up to 1 MB each


class _Same:
    """A table or dataset as a key: none is ever changed once made, so identity tells them apart."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def remembered(answer: Callable[P, A]) -> Callable[P, A]:
    """The function with its last answers kept, by the very tables it was asked about.

    Since `select` keeps its views, a filter that anyone has chosen before costs nothing again:
    most readers choose one theme. Whoever gets an answer must not change it.
    """

    @wraps(answer)
    def ask(*asked: P.args, **named: P.kwargs) -> A:
        return _kept(answer, *map(_key, asked), **{name: _key(value) for name, value in named.items()})

    return ask


# One for all questions: with one for each, a question that is seldom asked would hold on to views
# that all others have forgotten.
@lru_cache(maxsize=KEPT)
def _kept(answer: Callable[P, A], *keys: object, **named: object) -> A:
    return answer(*map(_value, keys), **{name: _value(key) for name, key in named.items()})


def _key(value: Any) -> object:
    if isinstance(value, (pd.DataFrame, pd.Series, Dataset)):
        return _Same(value)
    return tuple(value) if isinstance(value, list) else value


def _value(key: object) -> Any:
    return key.value if isinstance(key, _Same) else key
