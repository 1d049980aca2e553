"""A report in which every text is a marker of its own, to see that each format shows every field."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Any

import msgspec

from launchready.exchange.report.report import Report
from tests.exchange.sample_report import NOW

# Choices under which nothing of a part is hidden; for others the first value does.
_CHOICES = {"SignOff.state": "stale", "Claim.state": "in use", "Task.status": "blocked"}
_FLAGS_OFF = {"SignOff.signed", "Proof.done", "Step.done"}


def filled() -> tuple[Report, dict[str, str]]:
    """The report, and for each marker the field that it stands in."""
    markers: dict[str, str] = {}
    numbers = count(1)
    return _made(Report, "Report", numbers, markers), markers


def _made(kind: Any, path: str, numbers: Iterator[int], markers: dict[str, str]) -> Any:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _made(arguments[0], path, numbers, markers)
    if origin is tuple:
        return (_made(arguments[0], path, numbers, markers),)
    if origin is typing.Literal:
        return _CHOICES.get(path, arguments[0])
    if kind is bool:
        return path not in _FLAGS_OFF
    if kind is int:
        return next(numbers)
    if kind is datetime:
        return NOW
    if kind is str:
        marker = f"mk{next(numbers):03d}x"
        markers[marker] = path
        return f"https://example.com/{marker}" if path.endswith(".link") else marker
    hints = typing.get_type_hints(kind)
    names = [field.name for field in msgspec.structs.fields(kind)]
    return kind(**{name: _made(hints[name], f"{kind.__name__}.{name}", numbers, markers) for name in names})
