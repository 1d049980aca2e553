"""A workbook's zip archive, taken apart within bounds before anything parses it.

What is inside is unpacked here, part by part and only as far as the bounds allow, whatever sizes the archive claims;
the reader of the cells then gets an archive of our own with nothing else in it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from launchready.exchange.checklist import ImportRefused

MAX_PARTS = 2_000
MAX_PART = 80_000_000
MAX_ALL = 200_000_000
MAX_RATIO = 300
_SMALL = 2_000_000
_WANTED = re.compile(
    r"(?:\[content_types\]\.xml|_rels/\.rels|xl/_rels/[^/]*\.rels|xl/[^/]*\.xml|xl/worksheets/[^/]*\.xml|xl/worksheets/_rels/[^/]*\.rels)",
    re.I,
)
_NUMBERED = re.compile(r"(?<=^xl/)workbook\d{1,3}\.xml$|(?<=^xl/_rels/)workbook\d{1,3}\.xml(?=\.rels$)")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))


def unpacked(data: bytes, file: str) -> dict[str, bytes]:
    """The parts that hold cells, by name. Raises ImportRefused for all that isn't a sound, unlocked workbook."""
    _refuse_other_formats(data, file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(archive, file)
    except ImportRefused:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise ImportRefused("import-xlsx-damaged", {"file": file, "reason": str(error)[:120]}) from error


def repacked(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as a new archive, not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    out.seek(0)
    return out


def _refuse_other_formats(data: bytes, file: str) -> None:
    if data.startswith(_OLE):
        locked = any(name in data for name in _ENCRYPTED)
        raise ImportRefused("import-xlsx-encrypted" if locked else "import-xls", {"file": file})
    if not data.startswith(b"PK"):
        raise ImportRefused("import-not-xlsx", {"file": file})


def _parts(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MAX_PARTS:
        raise ImportRefused("import-zip-bomb", {"file": file, "member": f"{len(infos)} members"})
    for info in infos:
        _check_name(info, file)
    named = _named(infos)
    names = {name.casefold() for name, _ in named}
    if "xl/workbook.bin" in names:
        raise ImportRefused("import-xlsb", {"file": file})
    if "xl/workbook.xml" not in names:
        raise ImportRefused("import-zip-not-xlsx", {"file": file})
    parts: dict[str, bytes] = {}
    left = MAX_ALL
    for name, info in named:
        if not _WANTED.fullmatch(name):
            continue
        if name in parts:
            raise ImportRefused("import-xlsx-damaged", {"file": file, "reason": f"{name} is there twice"})
        content = _unpack(archive, info, min(MAX_PART, left), file)
        left -= len(content)
        parts[name] = content
    return parts


def _named(infos: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """The parts by the names that they usually have: some programs part folders otherwise or number the workbook."""
    named = [(info.filename.replace("\\", "/"), info) for info in infos]
    if any(name.casefold() == "xl/workbook.xml" for name, _ in named):
        return named
    return [(_NUMBERED.sub("workbook.xml", name), info) for name, info in named]


def _check_name(info: zipfile.ZipInfo, file: str) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or re.match(r"[A-Za-z]:", name):
        raise ImportRefused("import-zip-outside", {"file": file, "member": info.filename[:120]})
    if info.flag_bits & 1:
        raise ImportRefused("import-xlsx-encrypted", {"file": file})


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, file: str) -> bytes:
    allowed = min(limit, max(_SMALL, info.compress_size * MAX_RATIO))
    if info.file_size > allowed:
        raise ImportRefused("import-zip-bomb", {"file": file, "member": info.filename[:120]})
    with archive.open(info) as part:
        content = part.read(allowed + 1)
    if len(content) > allowed:
        raise ImportRefused("import-zip-bomb", {"file": file, "member": info.filename[:120]})
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:200]:
        raise ImportRefused("import-xlsx-damaged", {"file": file, "reason": f"{info.filename} is not in UTF-8"})
    if _DECLARATION.search(content):
        raise ImportRefused("import-xml-entities", {"file": file, "member": info.filename[:120]})
    return content
