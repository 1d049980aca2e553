"""How changes stand in a line: one way to write anything, so that bytes can be compared instead of values.

Values are those of JSON, converted as `json` does (tuples to lists, keys to strings), but NaN and infinities are
refused, and so are strings that UTF-8 can't hold and nesting deeper than DEPTH.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

import msgspec
from msgspec import Raw

DEPTH = 100
"""The most brackets inside one another in a document. What one Python can nest, another could not read."""

Line = dict[str, dict[str, Raw] | None]
"""What one write changed: {table: {id: document}}, null for what was removed."""

NULL = Raw(b"null")

_lines = msgspec.json.Decoder(Line)
_json = msgspec.json.Decoder()
_in_order = msgspec.json.Encoder()
_sorted = msgspec.json.Encoder(order="sorted")


def encode_lines(lines: Sequence[Line]) -> bytes:
    return _in_order.encode_lines(lines)


def decode_lines(data: bytes) -> list[Line] | None:
    """The lines of `data`, or None if encoding them would not give the same bytes. Documents stay unread."""
    try:
        data.decode()
        lines = _lines.decode_lines(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return lines if _in_order.encode_lines(lines) == data else None


def decode_tables(tables: dict[str, dict[str, Raw]]) -> dict[str, dict[str, Any]]:
    return cast(dict[str, dict[str, Any]], _json.decode(_in_order.encode(tables)))


def canonical(document: Mapping[Any, Any]) -> bytes:
    """A document as it is stored: what `json` would read back of it, with its keys sorted."""
    if not isinstance(document, Mapping):
        raise TypeError(f"a document is a mapping, not {type(document).__name__}")
    return _sorted.encode(json.loads(json.dumps(document, allow_nan=False)))


def line_fault(line: bytes) -> str | None:
    """What is wrong with one line (without its newline), its documents left aside."""
    if b"\0" in line:
        return "nul"
    try:
        line.decode()
        return None if _in_order.encode(_lines.decode(line)) == line else "not-canonical"
    except UnicodeDecodeError:
        return "not-utf-8"
    except RecursionError:
        return "too-deep"
    except msgspec.ValidationError:
        return "unexpected"
    except msgspec.DecodeError:
        return "not-json"


def documents_fault(line: Line) -> str | None:
    """What is wrong with the documents of a line that is in order itself."""
    documents = (document for table in line.values() if table for document in table.values())
    return next((code for document in documents if document != NULL and (code := _fault(bytes(document)))), None)


def _fault(document: bytes) -> str | None:
    if not document.startswith(b"{"):
        return "unexpected"
    try:
        value = _json.decode(document)
        brackets = document.count(b"[") + document.count(b"{")
        if brackets > DEPTH and _depth(value) > DEPTH:
            return "too-deep"
        return None if _sorted.encode(value) == document else "not-canonical"
    except RecursionError:
        return "too-deep"
    except msgspec.DecodeError:
        return "not-json"


def _depth(value: object) -> int:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if children is None else 1 + max(map(_depth, children), default=0)
