"""A text file as somebody handed it over: read within bounds, or refused with the reason."""

import codecs
import errno
import os
import re
import stat
from pathlib import Path

from launchready.exchange.checklist import ImportRefused

MAX_BYTES = 10_000_000
MAX_LINES = 200_000
MAX_TASKS = 50_000

_BINARY_SIGNATURES = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0": "office",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "rtf",
}
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HTML_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I | re.S
)
_HTML_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,300})", re.I)


def read_text(path: str | Path, *, max_bytes: int = MAX_BYTES, max_lines: int = MAX_LINES, encoding: str = "") -> str:
    """The file's text with `\\n` line ends and without a byte order mark.

    UTF-8, or UTF-16 with its mark, or the encoding that somebody named; nothing is guessed. Raises ImportRefused, and
    nothing else, for whatever is missing, unreadable, not a plain file, empty, binary, badly encoded, a web page or
    beyond the bounds.
    """
    return decoded(read_bytes(path, max_bytes), str(path), max_lines=max_lines, encoding=encoding)


def decoded(data: bytes, name: str, *, max_lines: int = MAX_LINES, encoding: str = "") -> str:
    """As `read_text`, for content already at hand; `name` stands for the file in refusals."""
    text = _decode(data, name, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ImportRefused("import-empty", {"file": name})
    lines = text.count("\n") + 1
    if lines > max_lines:
        raise ImportRefused("import-too-many-lines", {"file": name, "lines": lines, "limit": max_lines})
    if _HTML_PAGE.match(text):
        title = _HTML_TITLE.search(text, 0, 20_000)
        heading = " ".join(title[1].split()) if title else ""
        raise ImportRefused("import-html-page", {"file": name, "title": heading})
    return text


def read_bytes(path: str | Path, max_bytes: int = MAX_BYTES) -> bytes:
    """A plain file's content within bounds. Raises ImportRefused, and nothing else."""
    name = str(path)
    try:
        # A FIFO without a writer must not hang the reader: it is opened without blocking, then looked at.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse_other_than_plain(os.fstat(file.fileno()), name)
            data = file.read(max_bytes + 1)
            size = max(os.fstat(file.fileno()).st_size, len(data))
    except OSError as error:
        raise _refusal_of(error, path) from error
    except ValueError as error:  # a NUL inside the path
        raise ImportRefused("import-missing", {"file": name.replace("\0", "")}) from error
    if len(data) > max_bytes:
        raise ImportRefused("import-too-large", {"file": name, "size": size, "limit": max_bytes})
    return data


def _refuse_other_than_plain(status: os.stat_result, name: str) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        kind = "folder"
    elif stat.S_ISFIFO(status.st_mode):
        kind = "pipe"
    else:
        kind = "device"
    raise ImportRefused("import-not-a-file", {"file": name, "kind": kind})


def _refusal_of(error: OSError, path: str | Path) -> ImportRefused:
    name = str(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ImportRefused("import-missing", {"file": name})
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and os.path.isdir(path)):  # noqa: PTH112
        return ImportRefused("import-not-a-file", {"file": name, "kind": "folder"})
    if isinstance(error, PermissionError):
        return ImportRefused("import-no-permission", {"file": name})
    if error.errno == errno.ENXIO:
        return ImportRefused("import-not-a-file", {"file": name, "kind": "socket"})
    return ImportRefused("import-unreadable", {"file": name, "reason": error.strerror or str(error)})


def _decode(data: bytes, name: str, said: str) -> str:
    for signature, kind in _BINARY_SIGNATURES.items():
        if data.startswith(signature):
            raise ImportRefused("import-binary", {"file": name, "kind": kind, "line": 1})
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else _known(said, name) or "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="ignore")
        raise ImportRefused("import-not-utf8", {"file": name, "line": before.count("\n") + 1}) from error
    except UnicodeError as error:  # an encoding such as punycode or idna
        raise ImportRefused("import-unknown-encoding", {"file": name, "said": said}) from error
    nul = text.find("\0")
    if nul >= 0:
        raise ImportRefused("import-binary", {"file": name, "kind": "nul", "line": text.count("\n", 0, nul) + 1})
    return text


def _known(said: str, name: str) -> str:
    """An encoding that somebody named, if it is one of text."""
    if not said:
        return ""
    try:
        found = codecs.lookup(said)
    except (LookupError, ValueError) as error:
        raise ImportRefused("import-unknown-encoding", {"file": name, "said": said}) from error
    if not getattr(found, "_is_text_encoding", True):
        raise ImportRefused("import-unknown-encoding", {"file": name, "said": said})
    return found.name
