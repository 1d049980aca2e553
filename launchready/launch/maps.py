"""Reading all of a persistent map at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

from rpds import HashTrieMap as Map

V = TypeVar("V")


def values(of: Map[str, V]) -> list[V]:
    """As `of.values()`, 25 times as fast for 10,000 of them.

    To iterate, rpds takes one entry after the other out of the map. What it hands over to be copied or pickled, it
    collects in one go.
    """
    _, arguments = cast("tuple[object, tuple[Iterable[tuple[str, V]]]]", of.__reduce__())
    return list(dict(arguments[0]).values())
