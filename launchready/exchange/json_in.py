"""JSON from outside: decoded within bounds, and which product's export it is."""

from __future__ import annotations

import json
import re
from typing import Any

from launchready.exchange.checklist import ImportRefused

MAX_DEPTH = 200
_LISTS = ("issues", "items", "nodes", "edges", "value", "values")
_WRAPPERS = ("data", "issue", "repository", "organization", "user", "viewer", "node", "search", "issues", "items")
_DEEPEST_WRAPPER = 8
_FIRST = 20
_JIRA_KEY = re.compile(r"[A-Z][A-Z0-9_]*-\d+")
_OF_GITHUB = frozenset(("body", "labels", "assignees", "assignee", "milestone", "content"))
_OPENING = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.S)
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?\d{400,}")

Json = dict[str, Any]


class _DuplicateKey(Exception):  # noqa: N818 - turned into a refusal by the caller
    pass


def decode(text: str, file: str) -> Any:
    """The value in a JSON text. Raises ImportRefused where it is broken, too deep, or says one thing twice."""
    _refuse_deep(text, file)
    try:
        return _values(text)
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


def _values(text: str) -> Any:
    """The one value, or a list of those that follow each other: one a line, or pages that were put together."""
    decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)
    found: list[Any] = []
    start, end = _SPACE.match(text).end(), len(text)  # type: ignore[union-attr]
    while start < end or not found:
        try:
            value, after = decoder.raw_decode(text, start)
        except json.JSONDecodeError:
            if not found:
                raise
            value = None
        if found and not isinstance(value, dict | list):
            raise json.JSONDecodeError("Extra data", text, start)
        found.append(value)
        start = _SPACE.match(text, after).end()  # type: ignore[union-attr]
    return found[0] if len(found) == 1 else found


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


def records(value: Any, depth: int = 0) -> list[Json]:
    """The objects that a value holds: itself, those of its pages, or those that an answer wraps, as GraphQL does."""
    if isinstance(value, list):
        if depth > _DEEPEST_WRAPPER:
            return []
        paged = any(isinstance(each, list) or (isinstance(each, dict) and _wrapped(each)) for each in value[:_FIRST])
        return [found for each in value for found in records(each, depth + 1)] if paged else parts(value)
    if not isinstance(value, dict):
        return []
    inner = _wrapped(value) if depth <= _DEEPEST_WRAPPER else None
    return [value] if inner is None else records(inner, depth + 1)


def _wrapped(value: Json) -> Any:
    """What an object is there to hold; None for an issue or a card itself."""
    if _is_jira(value) or _is_github(value):
        return None
    for key in _LISTS:
        if isinstance(value.get(key), list):
            return value[key]
    if isinstance(value.get("node"), dict):
        return value["node"]
    return next((value[key] for key in _WRAPPERS if isinstance(value.get(key), dict)), None)


def more_follow(value: Any) -> bool:
    """Whether an answer of GraphQL says that its list goes on."""
    for _ in range(_DEEPEST_WRAPPER):
        if not isinstance(value, dict):
            break
        if part(value, "pageInfo", "hasNextPage") is True:
            return True
        value = _wrapped(value)
    return False


def product_of(value: Any) -> str:
    """Whose export a decoded JSON looks like: trello, jira or github; empty for none of them."""
    if isinstance(value, dict) and isinstance(value.get("cards"), list) and isinstance(value.get("lists"), list):
        return "trello"
    lists = value.get("lists") if isinstance(value, dict) else value
    if any(isinstance(each.get("cards"), list) and "name" in each for each in parts(lists)[:_FIRST]):
        return "trello"
    first = records(value)[:_FIRST]
    if any(isinstance(each.get("idList"), str) and "name" in each for each in first):
        return "trello"
    if any(_is_jira(each) for each in first):
        return "jira"
    if any(_is_github(each) for each in first):
        return "github"
    if isinstance(value, dict) and "total_count" in value and isinstance(value.get("items"), list):
        return "github"
    empty = (
        isinstance(value, dict) and isinstance(value.get("issues"), list) and ("expand" in value or "startAt" in value)
    )
    return "jira" if empty else ""


def _is_jira(value: Any) -> bool:
    """An issue as Jira gives it, or flattened by a script: by its key, or by its summary among its fields."""
    if not isinstance(value, dict):
        return False
    key = value.get("key")
    keyed = isinstance(key, str) and _JIRA_KEY.fullmatch(key) is not None
    fields = value.get("fields")
    if isinstance(fields, dict):
        return keyed or ((key is not None or "id" in value) and isinstance(fields.get("summary"), str))
    return keyed and isinstance(value.get("summary"), str)


def _is_github(value: Any) -> bool:
    """An issue of GitHub, or one that is yet to be made there: then it has no state and no number."""
    if not isinstance(value, dict) or not isinstance(value.get("title"), str):
        return False
    return "state" in value or "number" in value or len(_OF_GITHUB & value.keys()) > 1


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
