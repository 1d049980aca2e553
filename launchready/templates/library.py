"""Where templates lie: those that ship with the program, and the user's own, which go before them."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from launchready import places
from launchready.templates.model import Template, TemplateRefused
from launchready.templates.parsing import parse
from launchready.templates.source import nearest

LARGEST = 1_000_000  # bytes


class Available(NamedTuple):
    """A template that can be asked for by name; whether it is sound shows only when it is loaded."""

    name: str
    path: Path
    shipped: bool


def own_folder() -> Path:
    """Where the user's own templates lie. Not created by asking."""
    return places.config_folder() / "templates"


def available() -> list[Available]:
    """All by name; of two with one name only the user's."""
    found = {name: Available(name, path, True) for name, path in _files(places.resources() / "templates").items()}
    own = _files(own_folder())
    found |= {name: Available(name, path, False) for name, path in own.items()}
    return [found[name] for name in sorted(found)]


def load(name_or_path: str | Path) -> Template:
    """The template of this name, or in this file where it is a path: with a folder in it, or ending in .toml."""
    path = Path(name_or_path)
    if isinstance(name_or_path, str) and path.suffix != ".toml" and path.name == name_or_path:
        path = _named(name_or_path)
    return parse(_text(path), str(path))


def _named(name: str) -> Path:
    paths = {each.name: each.path for each in available()}
    if name not in paths:
        names = tuple(paths)
        raise TemplateRefused("template.unknown", file=name, nearest=nearest(name, names), allowed=names)
    return paths[name]


def _files(folder: Path) -> dict[str, Path]:
    """The templates in a folder, which need not be there; one that can't be read is refused, not taken for empty."""
    try:
        return {path.stem: path for path in folder.iterdir() if path.suffix == ".toml" and path.is_file()}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise _unreadable(folder, error) from None


def _text(path: Path) -> str:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise TemplateRefused("template.folder", file=str(path))
        if not stat.S_ISREG(kind):
            raise TemplateRefused("template.not-a-file", file=str(path))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise TemplateRefused("template.missing", file=str(path)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _unreadable(path, error) from None
    if len(content) > LARGEST:
        raise TemplateRefused("template.too-large", file=str(path), largest=LARGEST)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        raise TemplateRefused("template.not-utf-8", file=str(path), line=line, column=column) from None


def _unreadable(path: Path, error: OSError | ValueError) -> TemplateRefused:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return TemplateRefused("template.unreadable", file=str(path), reason=reason)
