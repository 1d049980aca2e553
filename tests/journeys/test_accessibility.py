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
    from tests.journeys.touring import Tour

SYSTEMS = {"choose_file", "save_copy", "import_tasks"}
"""Scenes that the system shows, each in its own way."""


@pytest.fixture
def launch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    if NO_QT:
        display.missing(f"Qt can't be imported ({NO_QT})")
    from tests.journeys.walks.samples import sample

    monkeypatch.setenv("XDG_CONFIG_HOME", display.environment("", tmp_path)["XDG_CONFIG_HOME"])
    return sample(tmp_path, chapters=1)


@pytest.fixture
def environment(screen: str, tmp_path: Path) -> Iterator[dict[str, str]]:
    """A display, and assistive technology that listens."""
    from tests.journeys import accessibility

    found = display.environment(screen, tmp_path)
    with accessibility.buses(found) as address:
        yield found | {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@pytest.fixture
def reader(environment: dict[str, str], launch: str) -> Iterator[Reader]:
    """The program open on the sample launch."""
    from tests.journeys import accessibility

    program = subprocess.Popen([sys.executable, "-m", "launchready", launch], env=environment)
    found = accessibility.reader(environment["DBUS_SESSION_BUS_ADDRESS"])
    try:
        found.find("radio button", "Checklist")
        yield found
    finally:
        found.close()
        program.terminate()
        program.wait(10)


@pytest.fixture
def tour(environment: dict[str, str], tmp_path: Path) -> Iterator[Tour]:
    """The program as it brings up one scene after another."""
    from tests.journeys import touring

    with touring.tour(environment, tmp_path) as found:
        yield found


def test_everything_in_every_scene_has_a_name_a_role_and_a_state(tour: Tour) -> None:
    from tests.desktop.scenes import scenes

    found: list[str] = []
    for scene in scenes():
        if scene not in SYSTEMS:
            tour.show(scene)
            found += [f"{scene}: {fault}" for fault in tour.faults()]
    assert not found, "\n".join(found)


def test_a_task_is_marked_done(reader: Reader, launch: str) -> None:
    reader.act(reader.find("radio button", "Checklist"))
    row = reader.find("cell", "To do")
    reader.act(row)
    reader.act(reader.find("button", "Mark done"))
    key = row.name.split(",")[0]
    end = time.monotonic() + 5
    while time.monotonic() < end and not _marked(launch):
        time.sleep(0.1)
    assert _marked(launch), f"{key} was not marked done"


def test_a_position_is_chosen_and_signed(tour: Tour) -> None:
    from tests.journeys.accessibility import CHECKED

    tour.show("Go offered")
    read = tour.reader
    read.act(read.find("radio button", "Go with conditions"))
    read.find("push button", "Add a condition")
    read.act(read.find("radio button", "Go"))
    assert read.find("radio button", "Go").has(CHECKED)
    read.act(read.find("push button", "Sign as PMM"))
    read.find("label", "Go, signed")


def test_a_claim_is_put_in_use(tour: Tour) -> None:
    tour.show("a draft of a claim")
    read = tour.reader
    read.act(read.find("push button", "Put in use"))
    read.find("cell", "Sets up in an hour, Unsupported")


def test_a_filter_is_chosen(tour: Tour) -> None:
    tour.show("checklist")
    read = tour.reader
    read.find("cell", "PM-1,")
    read.act(read.find("radio button", "PMM"))
    read.find("cell", "PMM-")
    read.gone("cell", "PM-1,")


def test_a_task_that_is_chosen_as_proof_reads_so(tour: Tour) -> None:
    from tests.journeys.accessibility import CHECKED

    tour.show("prove_by_tasks")
    read = tour.reader
    assert not read.find("cell", "PM-1, User findings").has(CHECKED)
    read.write(read.find("text", "Search tasks"), "defects")
    assert read.find("cell", "PM-22, Defects").has(CHECKED)


def test_a_responsibility_is_read_with_its_value(tour: Tour) -> None:
    tour.show("responsibilities")
    tour.reader.find("cell", "Launch coordination, PMM: accountable and responsible")


def test_a_verdict_that_changes_is_said(tour: Tour) -> None:
    tour.show("call_off")
    read = tour.reader
    with read.announcements() as said:
        read.write(read.find("text", "Why it is called off"), "The vendor left")
        read.act(read.find("push button", "Call the launch off"))
        assert next(said) == "The verdict is Scrubbed."


def _marked(file: str) -> bool:
    """Whether the newest entry marks a task done."""
    store = FileStore.open(file)
    newest = DECODER.decode(store.read()[-1].body)
    store.close()
    return any(getattr(getattr(change, "to", None), "status", "") == "done" for change in newest.changes)
