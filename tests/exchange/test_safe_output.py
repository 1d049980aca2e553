"""What goes out is safe to open: each promise of it, for every writer of the registry, on a launch of hostile texts."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from launchready.exchange.export import Export
from launchready.exchange.writers import WRITERS
from tests.exchange import sample_exports as samples
from tests.exchange.html_reader import HtmlReader

LAUNCHES: dict[str, Callable[[], Export]] = {"hostile": samples.hostile, "decided": samples.decided}
ACTIVE = {
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "link",
    "base",
    "form",
    "audio",
    "video",
    "source",
    "image",
    "foreignobject",
    "use",
}
LIVE = ("http://", "https://", "mailto:", "#")


@cache
def made(suffix: str, launch: str) -> bytes:
    return WRITERS[suffix].write(LAUNCHES[launch]())


def _page(page: str, *, policy: bool) -> list[str]:
    """A page's links, once nothing in it is found to run or to load."""
    read = HtmlReader(page)
    assert not read.tags & ACTIVE
    assert not [name for name in read.attributes if name.startswith("on") or name in ("srcset", "background", "src")]
    assert not re.search(r"url\(|@import|expression\(", page)
    if policy:
        assert "default-src 'none'" in page
    return read.links


def _html(data: bytes) -> list[str]:
    return _page(data.decode(), policy=True)


def _fragment(data: bytes) -> list[str]:
    """It is pasted into a page that has a policy of its own."""
    return _page(data.decode(), policy=False)


def _markdown(data: bytes) -> list[str]:
    renderer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return _page(renderer.render(data.decode()), policy=False)


def _csv(data: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@\t\r\n]", cell)]
    return []


def _office(data: bytes) -> list[str]:
    """The targets outside of a document or workbook, which then has no formula, macro, object or linked picture."""
    links = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert not re.search(r"vba|externalLink|embeddings|oleObject|activeX|connections", name, re.I)
            part = archive.read(name)
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                assert not re.search(rb"<f[ >]", part)
            if name.startswith("ppt/slides/"):
                assert not re.search(rb"hlinkClick|hlinkHover|<p:oleObj|r:link=", part)
            if name.endswith(".rels"):
                for tag in re.findall(r"<Relationship\b[^>]*TargetMode=.External.[^>]*>", part.decode()):
                    assert "/hyperlink" in tag
                    found = re.search(r'Target="([^"]*)"', tag)
                    assert found
                    links.append(found[1])
    return links


def _calendar(data: bytes) -> list[str]:
    calendar = Calendar.from_ical(data)
    assert {each.name for each in calendar.walk()} <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
    assert not any(name in event for event in calendar.walk("VEVENT") for name in ("ATTACH", "IMAGE", "ATTENDEE"))
    return [str(event["URL"]) for event in calendar.walk("VEVENT") if "URL" in event]


def _json(data: bytes) -> list[str]:
    json.loads(data)
    return []


def _text(data: bytes) -> list[str]:
    assert not re.search(r"<!(?:channel|here)|(?<![\w.])@(?:channel|here)", data.decode())
    return []


def _pdf(data: bytes) -> list[str]:
    assert not re.search(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|OpenAction|GoToR|SubmitForm|RichMedia)\b", data)
    if not shutil.which("pdfinfo"):
        pytest.skip("poppler-utils is not installed")
    said = subprocess.run(["pdfinfo", "-url", "-"], input=data, capture_output=True, check=True).stdout.decode()
    return [line.split()[-1] for line in said.splitlines()[1:] if ":" in line.split()[-1]]


LOOKED_INTO: dict[str, Callable[[bytes], list[str]]] = {
    "md": _markdown,
    "html": _html,
    "chat.html": _fragment,
    "pdf": _pdf,
    "xlsx": _office,
    "pptx": _office,
    "csv": _csv,
    "ics": _calendar,
    "json": _json,
    "txt": _text,
}


def test_every_writer_is_looked_into() -> None:
    assert set(LOOKED_INTO) == set(WRITERS)


@pytest.mark.parametrize("launch", LAUNCHES)
@pytest.mark.parametrize("suffix", WRITERS)
def test_nothing_runs_or_loads_and_only_web_and_mail_links_are_live(suffix: str, launch: str) -> None:
    links = LOOKED_INTO[suffix](made(suffix, launch))
    assert [link for link in links if not link.startswith(LIVE)] == []


@pytest.mark.parametrize("suffix", [suffix for suffix in WRITERS if suffix not in ("pdf", "xlsx", "pptx")])
def test_no_text_brings_control_signs_or_turns_what_stands_around_it(suffix: str) -> None:
    text = re.sub("\u2068([^\u2066-\u2069\n]+)\u2069", r"\1", made(suffix, "hostile").decode("utf-8-sig"))
    allowed = r"\\u" if suffix == "json" else ""
    found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]", text)
    assert found is None or (allowed and found[0] not in "\x00\x1b"), found


def test_files_are_whole_or_not_there(tmp_path: Path) -> None:
    from launchready.exchange.target import NotWritten, write_whole

    with pytest.raises(NotWritten):
        write_whole(tmp_path / "missing" / "a.csv", b"a")
    write_whole(tmp_path / "a.csv", b"a")
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
