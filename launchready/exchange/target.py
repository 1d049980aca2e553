"""The file that an export is written to: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

LAUNCH = ".launchready"


class NotWritten(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The file was not written, and one that was there is as it was. The message says why;
    where else to write is for whoever asked to say."""


def write_whole(path: Path, content: bytes, not_over: str = "") -> None:
    """Writes a file whole or not at all. An earlier file of that name is replaced, behind a link too, but never a
    launch, nor what is no ordinary file: a device would be gone for every program of the machine."""
    _refuse(path, not_over)
    try:
        path = Path(os.path.realpath(path))
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).chmod(_mode(path))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotWritten(f"{path} can't be written: {error.strerror or error}.") from error


def _refuse(path: Path, not_over: str) -> None:
    if not_over and path.exists() and Path(not_over).exists() and path.samefile(not_over):
        raise NotWritten(f"{path} is the launch itself.")
    if path.suffix == LAUNCH:
        raise NotWritten(f"{path} would be taken for a launch.")
    if path.is_dir():
        raise NotWritten(f"{path} is a folder.")
    if path.exists() and not path.is_file():
        raise NotWritten(f"{path} is a device or a pipe, not a file.")


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
