"""The few operations on a disk that have to be exact: open without waiting, write durably, create without overwriting.

Every byte that changes on disk passes through here.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)
_NO_HARD_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EINVAL}
_NO_FOLDER_SYNC = {errno.EACCES, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EBADF}
_KINDS = {stat.S_IFDIR: "folder", stat.S_IFIFO: "fifo", stat.S_IFSOCK: "socket"}


class NotAFileError(OSError):
    """Something other than a file lies there; `kind` is one of folder, fifo, socket and device."""

    def __init__(self, mode: int) -> None:
        super().__init__(errno.EINVAL, "not a regular file")
        self.kind = _KINDS.get(stat.S_IFMT(mode), "device")


def open_file(path: Path, *, write: bool = False) -> int:
    """A descriptor of a regular file. The kind is asked first, since opening a FIFO or a device may wait or act."""
    _refuse_unless_regular(path.stat().st_mode)
    access = os.O_RDWR | os.O_APPEND if write else os.O_RDONLY
    fd = os.open(path, access | _BINARY | _WITHOUT_WAITING)
    try:
        _refuse_unless_regular(os.fstat(fd).st_mode)
    except BaseException:
        os.close(fd)
        raise
    return fd


def _refuse_unless_regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotAFileError(mode)


def open_new(path: Path, mode: int | None = None) -> int:
    """A writing descriptor of a file that is made if it isn't there; `mode` is meant as it is, whatever the umask."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o666 if mode is None else mode)
    if mode is not None and os.name != "nt" and os.fstat(fd).st_uid == os.geteuid():
        os.fchmod(fd, mode)
    return fd


def read_at(fd: int, start: int, size: int) -> bytes:
    """The `size` bytes from `start` on, or fewer where the file ends. (Windows has no pread.)"""
    os.lseek(fd, start, os.SEEK_SET)
    pieces = []
    while size > 0 and (piece := os.read(fd, size)):
        pieces.append(piece)
        size -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def write_durably(fd: int, data: bytes) -> None:
    """Write all of `data`, and return once the disk has it."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]
    os.fsync(fd)


def cut_durably(fd: int, length: int) -> None:
    """Cut the file to `length`, and return once the disk has it."""
    os.ftruncate(fd, length)
    os.fsync(fd)


def create(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Make a new file with `data` in it, durably: whole or not at all, and FileExistsError if the name is taken.

    The name is given to a finished file, so not even a crash leaves half of one under it.
    """
    unnamed = path.parent / f".{secrets.token_hex(8)}.new"
    try:
        fd = os.open(unnamed, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        try:
            write_durably(fd, data)
        finally:
            os.close(fd)
        _give_name(unnamed, path)
    finally:
        unnamed.unlink(missing_ok=True)
    try:
        _sync_folder(path.parent)
    except BaseException:
        path.unlink()
        raise


def _give_name(unnamed: Path, path: Path) -> None:
    """Put a file under a name that must be free: a hard link does that, and on Windows a plain rename."""
    if os.name == "nt":
        unnamed.rename(path)
        return
    try:
        path.hardlink_to(unnamed)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _claim_name(unnamed, path)


def _claim_name(unnamed: Path, path: Path) -> None:
    """The same on a disk without hard links: take the name with an empty file, which the rename then replaces."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        unnamed.replace(path)
    except BaseException:
        path.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can: Windows and some network disks can't."""
    if os.name == "nt":
        return
    try:
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def reason_of(error: BaseException) -> str:
    """What the system says, such as "No space left on device", without the path that the message names anyway."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
