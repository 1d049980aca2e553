"""JSON from outside: decoded within bounds, and which product's export it is."""

from __future__ import annotations

import json
import re
from typing import Any

from launchready.exchange.checklist import ImportRefused

MAX_DEPTH = 200
_OPENING = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.S)
_NUMBER = re.compile(r"-?\d{400,}")

Json = dict[str, Any]


class _DuplicateKey(Exception):  # noqa: N818 - turned into a refusal by the caller
    pass


def decode(text: str, file: str) -> Any:
    """The value in a JSON text. Raises ImportRefused where it is broken, too deep, or says one thing twice."""
    _refuse_deep(text, file)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        at: dict[str, str | int] = {"file": file, "line": error.lineno, "column": error.colno}
        raise ImportRefused("import-json-broken", {**at, "reason": error.msg}) from None
    except _DuplicateKey as error:
        key = str(error)
        line = _line_of_second(text, key)
        raise ImportRefused("import-json-duplicate-key", {"file": file, "said": key[:80], "line": line}) from None
    except RecursionError:
        raise ImportRefused("import-json-too-deep", {"file": file, "limit": MAX_DEPTH}) from None
    except ValueError as error:
        said = str(error) if str(error) in _CONSTANTS else "a number of thousands of digits"
        line = text.count("\n", 0, max(0, _position_of(text, said))) + 1
        raise ImportRefused("import-json-number", {"file": file, "said": said, "line": line}) from None


_CONSTANTS = ("NaN", "Infinity", "-Infinity")


def _object(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _DuplicateKey(key)
            seen.add(key)
    return found


def _constant(said: str) -> Any:
    raise ValueError(said)


def _position_of(text: str, said: str) -> int:
    match = re.search(rf"[:\[,\s]{re.escape(said)}(?!\w)", text) if said in _CONSTANTS else _NUMBER.search(text)
    return match.end() if match else 0


def _line_of_second(text: str, key: str) -> int:
    """Near enough: where the key stands for the second time."""
    quoted = json.dumps(key, ensure_ascii=False)
    first = text.find(quoted)
    second = text.find(quoted, first + 1)
    return text.count("\n", 0, max(second, 0)) + 1


def _refuse_deep(text: str, file: str) -> None:
    """Before it is decoded. Strings are stepped over, so that brackets in them don't count."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth = 0
    for match in _OPENING.finditer(text):
        sign = match[0]
        if sign in ("[", "{"):
            depth += 1
            if depth > MAX_DEPTH:
                line = text.count("\n", 0, match.start()) + 1
                raise ImportRefused("import-json-too-deep", {"file": file, "limit": MAX_DEPTH, "line": line})
        elif sign in ("]", "}"):
            depth -= 1


def product_of(value: Any) -> str:
    """Whose export a decoded JSON looks like: trello, jira or github; empty for none of them."""
    if isinstance(value, dict):
        if isinstance(value.get("cards"), list) and isinstance(value.get("lists"), list):
            return "trello"
        if _is_jira(value) or any(_is_jira(issue) for issue in _first_of(value.get("issues"))):
            return "jira"
        for part in (value, value.get("issue"), *_first_of(value.get("items"))):
            if _is_github(part):
                return "github"
        if "total_count" in value and isinstance(value.get("items"), list):
            return "github"
        return "jira" if isinstance(value.get("issues"), list) and ("expand" in value or "startAt" in value) else ""
    if isinstance(value, list):
        first = _first_of(value)
        if any(_is_jira(part) for part in first):
            return "jira"
        if any(_is_github(part) for part in first):
            return "github"
    return ""


def _first_of(value: Any) -> list[Any]:
    return value[:20] if isinstance(value, list) else []


def _is_jira(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("fields"), dict) and ("key" in value or "id" in value)


def _is_github(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("title"), str) and ("state" in value or "number" in value)


def error_in(value: Any) -> str:
    """What an error answer says that somebody saved in place of an export; empty for anything else."""
    if not isinstance(value, dict):
        return ""
    for key in ("errorMessages", "errors", "message", "error", "error_description"):
        said = value.get(key)
        if isinstance(said, list) and said:
            said = said[0].get("message") if isinstance(said[0], dict) else said[0]
        if isinstance(said, dict):
            said = said.get("message") or next((part for part in said.values() if isinstance(part, str)), "")
        if isinstance(said, str) and said.strip():
            return " ".join(said.split())[:200]
    return ""


def text(value: Any) -> str:
    """A value that should be text; empty if it is anything else."""
    return value if isinstance(value, str) else ""


def part(value: Any, *keys: str) -> Any:
    """What stands at a path of keys, None where the path breaks off."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def parts(value: Any) -> list[Json]:
    """The objects in a list; everything else is passed over."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def said(value: Any) -> str:
    """Text, or a whole number as text: ids come as both."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else text(value)
