"""The user's own templates as files: saved, renamed, moved to the trash. Nothing is overwritten unless it is said."""

from __future__ import annotations

from pathlib import Path

from launchready.desktop.files.filing import NotFiled, cannot, file_stem, move
from launchready.exchange.target import NotWritten, write_whole
from launchready.templates import Template, toml_of
from launchready.templates.library import Available, available, own_folder
from launchready.wording.language import tr

SUFFIX = ".toml"


def path_of(name: str) -> Path:
    """Where a template of the user's lies under that name. Raises NotFiled for what is no name of a file."""
    return own_folder() / f"{file_stem(name, SUFFIX)}{SUFFIX}"


def found(name: str) -> Available | None:
    """The template of that name, the user's before one that ships."""
    return next((each for each in available() if each.name == name), None)


def save(template: Template, *, replace: bool) -> Path:
    """Writes a template under its name. One of the user's that has it already is replaced only where that is said."""
    path = path_of(template.name)
    if path.exists() and not replace:
        words = tr("You have a template “{name}” already. Choose another name, or have it replaced.")
        raise NotFiled(words.format(name=path.stem))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, toml_of(template).encode())
    except OSError as error:
        raise NotFiled(cannot(path.parent, error)) from error
    except NotWritten as problem:
        raise NotFiled(str(problem)) from problem
    return path


def rename(path: Path, name: str) -> Path:
    """Gives the file another name. Launches made from it still name the old one."""
    target = path.with_name(f"{file_stem(name, SUFFIX)}{SUFFIX}")
    return path if target == path else Path(move(path, target))
