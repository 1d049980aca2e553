"""The window as a screen reader has it: every control has a name, and a task can be marked done without seeing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from launchready.launch.log import DECODER
from launchready.store.file import FileStore
from tests.conftest import NO_QT
from tests.journeys import display

if TYPE_CHECKING:
    from tests.journeys.accessibility import Reader

PAGES = ("Overview", "Checklist", "Claims", "Responsibilities", "Sign-off", "History")


@pytest.fixture
def launch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    if NO_QT:
        display.missing(f"Qt can't be imported ({NO_QT})")
    from tests.journeys.walks.samples import sample

    monkeypatch.setenv("XDG_CONFIG_HOME", display.environment("", tmp_path)["XDG_CONFIG_HOME"])
    return sample(tmp_path, chapters=1)


@pytest.fixture
def reader(screen: str, tmp_path: Path, launch: str) -> Iterator[Reader]:
    """The program open on the sample launch, with assistive technology listening."""
    from tests.journeys import accessibility

    environment = display.environment(screen, tmp_path)
    with accessibility.buses(environment) as address:
        environment |= {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = subprocess.Popen([sys.executable, "-m", "launchready", launch], env=environment)
        found = accessibility.reader(address)
        try:
            found.find("check box", "Checklist")
            yield found
        finally:
            found.close()
            program.terminate()
            program.wait(10)


def test_every_control_has_a_name(reader: Reader) -> None:
    from tests.journeys.accessibility import INTERACTIVE

    nameless: list[str] = []
    for page in PAGES:
        reader.act(reader.find("check box", page))
        time.sleep(1)
        seen = reader.nodes()
        assert len(seen) > 30
        nameless += [
            f"{page}: {node}" for node in seen if node.showing and node.role in INTERACTIVE and not node.name.strip()
        ]
    assert nameless == []


def test_a_task_is_marked_done(reader: Reader, launch: str) -> None:
    reader.act(reader.find("check box", "Checklist"))
    row = reader.find("cell", "To do")
    reader.act(row)
    reader.act(reader.find("button", "Mark done"))
    key = row.name.split(",")[0]
    end = time.monotonic() + 5
    while time.monotonic() < end and not _marked(launch):
        time.sleep(0.1)
    assert _marked(launch), f"{key} was not marked done"


def _marked(file: str) -> bool:
    """Whether the newest entry marks a task done."""
    store = FileStore.open(file)
    newest = DECODER.decode(store.read()[-1].body)
    store.close()
    return any(getattr(getattr(change, "to", None), "status", "") == "done" for change in newest.changes)
