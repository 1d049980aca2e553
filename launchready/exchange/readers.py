"""What a checklist can be read from: one reader a format. Adding one is one module and one line here.

A file is recognised by what it holds; its name only decides between kinds of text that look alike.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, NamedTuple

import msgspec

from launchready.exchange.checklist import ImportRefused
from launchready.exchange.ids import identified
from launchready.exchange.source import MAX_BYTES, MAX_TASKS, decoded, read_bytes
from launchready.exchange.understood import Options, Skipped, Understood
from launchready.wording.language import QT_TRANSLATE_NOOP, translate


class Reader(NamedTuple):
    """`name` is what `Options.format` takes; `function` of `module` reads what was decoded so far."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    function: str

    def words(self) -> str:
        """The title in the language spoken."""
        return translate("Formats", self.title)

    def read(self, content: Any, file: str, options: Options) -> Understood:
        """The content is bytes, text or decoded JSON, as the format has it."""
        module = import_module(f"launchready.exchange.{self.module}")
        read: Callable[[Any, str, Options], Understood] = getattr(module, self.function)
        return read(content, file, options)


READERS = {
    reader.name: reader
    for reader in (
        Reader(
            "markdown",
            QT_TRANSLATE_NOOP("Formats", "Markdown"),
            (".md", ".markdown", ".mdx"),
            "markdown.offer",
            "read_offer",
        ),
        Reader(
            "csv",
            QT_TRANSLATE_NOOP("Formats", "CSV or TSV"),
            (".csv", ".tsv", ".tab"),
            "tables.csv_in",
            "read_csv",
        ),
        Reader(
            "xlsx",
            QT_TRANSLATE_NOOP("Formats", "Excel workbook"),
            (".xlsx", ".xlsm"),
            "tables.xlsx_in",
            "read_xlsx",
        ),
        Reader("trello", QT_TRANSLATE_NOOP("Formats", "Trello board (JSON)"), (".json",), "trello_in", "read_board"),
        Reader("jira", QT_TRANSLATE_NOOP("Formats", "Jira issues (JSON)"), (".json",), "jira_in", "read_search"),
        Reader("github", QT_TRANSLATE_NOOP("Formats", "GitHub issues (JSON)"), (".json",), "github_in", "read_issues"),
        Reader("json", QT_TRANSLATE_NOOP("Formats", "Launch (JSON)"), (".json",), "launch_in", "read_document"),
    )
}
_JSON = re.compile(r"\s*[\[{]")
_BOX = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s*\[[^\]\n]?\]|^#{1,6}\s|^\s*[-*+]\s+\S", re.M)
_LAUNCH_FILE = re.compile(r'\s*\{"log":\s*\{')
_XML = re.compile(r"\s*<(?!https?:)(?:\?xml|[A-Za-z][\w:.-]*[\s>/])")
_LINES_LOOKED_AT = 50


def read(path: str | Path, options: Options = Options()) -> Understood:  # noqa: B008 - frozen
    """Everything that is understood of a file. Raises ImportRefused, and nothing else; changes nothing."""
    return read_content(read_bytes(path, MAX_BYTES), str(path), options)


def read_content(data: bytes, file: str, options: Options = Options()) -> Understood:  # noqa: B008 - frozen
    """As `read`, for content already at hand."""
    with _collector_paused():
        name, content = recognised(data, file, options)
        if options.format and options.format != name:
            raise _wrong(options.format, name, file)
        found = READERS[name].read(content, file, options)
    if len(found.checklist.tasks) > MAX_TASKS:
        raise ImportRefused("import-too-many-rows", {"file": file, "limit": MAX_TASKS})
    tasks = identified(found.checklist.tasks)
    left = [task for task in tasks if task.id in options.leave]
    kept = tuple(task for task in tasks if task.id not in options.leave) if left else tasks
    skipped = (*found.skipped, *(Skipped(place=task.place, why="said", said=task.title[:80]) for task in left))
    checklist = msgspec.structs.replace(found.checklist, tasks=kept)
    return msgspec.structs.replace(found, checklist=checklist, skipped=skipped)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Reading makes very many objects and no circles of them; the collector would walk all of them time and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def recognised(data: bytes, file: str, options: Options = Options()) -> tuple[str, Any]:  # noqa: B008 - frozen
    """The format's name, and the content as far as it had to be decoded to tell."""
    suffix = PurePath(file).suffix.casefold()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")) or _claims_xlsx(data, suffix):
        return "xlsx", data
    text = decoded(data, file, encoding=options.encoding)
    if _LAUNCH_FILE.match(text):
        raise ImportRefused("import-launch-file", {"file": file})
    if _is_json(text, suffix, options):
        return _recognised_json(text, file)
    if suffix != ".md" and _XML.match(text) and options.format not in ("markdown", "csv"):
        raise ImportRefused("import-xml", {"file": file})
    return _recognised_text(text, file, options), text


def _claims_xlsx(data: bytes, suffix: str) -> bool:
    """A workbook by its name alone is told what it is instead, but text in it is read as the text it is."""
    return (
        suffix in (".xlsx", ".xlsm", ".xls")
        and b"\0" in data[:1000]
        and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    )


def _is_json(text: str, suffix: str, options: Options) -> bool:
    """Text such as `[x],Task` or `[ ] Write` begins as JSON does."""
    if options.format in ("markdown", "csv") or suffix in READERS["markdown"].suffixes or not _JSON.match(text):
        return False
    start = text.lstrip()[:200].split("\n")[0]
    loose = re.match(r"\[[ xX]?\]|\[[^\]\"{]*\]\(", start)
    return suffix == ".json" or bool(options.format) or loose is None


def _recognised_json(text: str, file: str) -> tuple[str, Any]:
    from launchready.exchange.json_in import decode, error_in, product_of

    value = decode(text, file)
    if isinstance(value, dict) and value.get("format") == "launchready.launch":
        return "json", value
    product = product_of(value)
    if product:
        return product, value
    if said := error_in(value):
        raise ImportRefused("import-error-page", {"file": file, "said": said})
    if value in ([], {}):
        raise ImportRefused("import-empty", {"file": file})
    sample = value[0] if isinstance(value, list) and value else value
    found = ", ".join(str(key)[:40] for key in list(sample)[:12]) if isinstance(sample, dict) else ""
    raise ImportRefused("import-json-unknown", {"file": file, "found": found or "no names"})


def _recognised_text(text: str, file: str, options: Options) -> str:
    """A table or Markdown: by the name if it says which, else by whether lines have cells or boxes."""
    suffix = PurePath(file).suffix.casefold()
    if options.format in ("markdown", "csv"):
        return options.format
    if suffix in READERS["markdown"].suffixes:
        return "markdown"
    if suffix in READERS["csv"].suffixes:
        return "csv"
    from launchready.exchange.tables.csv_in import delimiter_of

    lines = [line for line in text[:100_000].split("\n")[:_LINES_LOOKED_AT] if line.strip()]
    boxes = sum(1 for line in lines if _BOX.match(line))
    delimiter = delimiter_of(text)
    celled = sum(1 for line in lines if delimiter in line)
    if suffix in READERS["xlsx"].suffixes and not boxes and not celled:
        raise ImportRefused("import-not-xlsx", {"file": file})
    return "csv" if celled > boxes and lines and delimiter in lines[0] and not lines[0].startswith("|") else "markdown"


def _wrong(wanted: str, name: str, file: str) -> ImportRefused:
    if wanted not in READERS:
        return ImportRefused("import-unknown-format", {"file": file, "said": wanted, "allowed": ", ".join(READERS)})
    arguments = {"file": file, "wanted": READERS[wanted].title, "looks": READERS[name].title}
    return ImportRefused("import-wrong-product", arguments)
