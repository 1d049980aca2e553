"""The registry, and what every writer holds: the same bytes again and elsewhere, nothing heavy before it is used."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from launchready.exchange.writers import WRITERS, writer_for
from tests.exchange import sample_exports as samples

ROOT = Path(__file__).parents[2]
DIGESTS = """
import hashlib, sys
from launchready.exchange.writers import WRITERS
from tests.exchange.sample_exports import decided
for suffix in sys.argv[1:]:
    print(suffix, hashlib.sha256(WRITERS[suffix].write(decided())).hexdigest())
"""


def _python(code: str, *arguments: str, **environment: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, **environment}
    ).stdout


def test_the_same_launch_gives_the_same_bytes_in_another_process_zone_and_locale() -> None:
    here = "".join(
        f"{suffix} {hashlib.sha256(writer.write(samples.decided())).hexdigest()}\n"
        for suffix, writer in WRITERS.items()
    )
    assert _python(DIGESTS, *WRITERS, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C.UTF-8") == here


def test_writers_are_imported_when_used() -> None:
    heavy = {"xlsxwriter", "pptx", "icalendar", "typst", "jinja2", "lxml", "PIL"}
    code = "import sys, launchready.exchange.writers, launchready.exchange.export; print(*sys.modules)"
    assert not heavy & set(_python(code).split())


@pytest.mark.parametrize("make", [samples.midway, samples.decided, samples.empty, samples.hostile])
@pytest.mark.parametrize("suffix", WRITERS)
def test_every_launch_can_be_written(suffix: str, make: object) -> None:
    assert len(WRITERS[suffix].write(make())) > 100  # type: ignore[operator]


def test_a_file_name_finds_its_writer() -> None:
    found = {name: writer_for(name) for name in ("a.pdf", "a.b.XLSX", "a.html", "a.chat.html", "a.doc", "pdf")}
    assert {name: writer and writer.suffix for name, writer in found.items()} == {
        "a.pdf": "pdf",
        "a.b.XLSX": "xlsx",
        "a.html": "html",
        "a.chat.html": "chat.html",
        "a.doc": None,
        "pdf": None,
    }
    assert writer_for("a.pdf", ".TXT") is WRITERS["txt"]
    assert writer_for("a.pdf", "doc") is None


def test_a_save_dialog_can_list_them() -> None:
    assert WRITERS["pdf"].pattern == "PDF (*.pdf)"
    assert len({writer.pattern for writer in WRITERS.values()}) == len(WRITERS)
