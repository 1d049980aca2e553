"""The codes that the source can give, read off the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import launchready

ROOT = Path(launchready.__file__).parent


def calls(*functions: str, under: str = "") -> Iterator[ast.Call]:
    """Every call of one of those functions in the package, or in one file or folder of it."""
    place = ROOT / under
    for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
                yield node


def texts(node: ast.expr) -> list[str]:
    """The values of a literal, or of either side of `a if b else c`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return [*texts(node.body), *texts(node.orelse)] if isinstance(node, ast.IfExp) else []


def keywords(call: ast.Call) -> set[str]:
    return {keyword.arg for keyword in call.keywords if keyword.arg}


def braces(sentence: str) -> set[str]:
    """The names of the arguments that a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
