"""A sign-off refused because the ground moved while it was being given: the difference is shown, the words stay."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from launchready.desktop.files.opening import clock, new_id
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.model import Author, Launch, Status
from launchready.launch.readiness import is_gate
from launchready.session import Session
from launchready.store.file import FileStore
from tests.journeys.walks.first_run import card
from tests.journeys.walks.hand import Hand
from tests.journeys.walks.samples import sample


def prepare(folder: Path) -> list[str]:
    return [sample(folder)]


def walk(hand: Hand, folder: Path) -> None:
    hand.press("Alt+5")
    hand.until(lambda: card(hand, "PMM").isVisible(), "PMM")
    hand.within = card(hand, "PMM")
    hand.push("No-go")
    hand.click(hand.see(QPlainTextEdit, "Reason"))
    hand.type("The briefing is open")

    other = Session(FileStore.open(sample(folder)), Author("Priya Nair"), clock, new_id)
    other.commit(reopened)
    other.store.close()
    hand.push("Sign as PMM")
    hand.reads("Look again")
    assert hand.see(QPlainTextEdit, "Reason").toPlainText() == "The briefing is open"
    assert "pmm" not in hand.window.bridge.launch.sign_offs

    hand.push("Look again")
    hand.push("Sign as PMM")
    hand.until(lambda: "pmm" in hand.window.bridge.launch.sign_offs, "the sign-off")
    hand.within = None


def reopened(launch: Launch) -> list[AnyChange]:
    """A gate of the market's lane, opened again by somebody else."""
    draft = Draft(launch, new_id)
    gate = next(
        task for task in launch.tasks.values() if is_gate(task) and task.lane == "pmm" and task.status == "done"
    )
    draft.progress(gate, Status.IN_PROGRESS)
    return draft.changes
