"""The file that an export is written to: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class NotWritten(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The file was not written, and one that was there is as it was. The message says why;
    where else to write is for whoever asked to say."""


def write_whole(path: Path, content: bytes, not_over: str = "") -> None:
    """Writes a file whole or not at all. An earlier file of that name is replaced, but never the launch itself."""
    if not_over and path.exists() and Path(not_over).exists() and path.samefile(not_over):
        raise NotWritten(f"{path} is the launch itself.")
    try:
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


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
