"""What makes an action possible, by its id."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.desktop.scenes.unnamed import Scene, csv_loaded, wait

if TYPE_CHECKING:
    from launchready.desktop.window import Window
    from launchready.launch.drafting import Draft


def called_off(window: Window, _: Path) -> None:
    from launchready.launch.changes import CalledOff

    bridge = window.bridge
    bridge.make(lambda draft: draft.make(CalledOff(reason="The vendor left", word=bridge.word(draft.launch))))


def told(chapters: int, less: int = 0) -> Scene:
    """Opens the sample launch as it is after so many chapters of its story, but for the last entries."""

    def act(window: Window, _: Path) -> None:
        import itertools

        from launchready.desktop.bridge import LaunchBridge
        from launchready.desktop.pictures.sample import NOW
        from launchready.launch.model import Author
        from launchready.sample import PMM, Sample
        from launchready.session import Session
        from launchready.store.memory import MemoryStore

        numbers = itertools.count()
        sample = Sample(NOW, lambda: f"{next(numbers):016x}")
        store = sample.start().store
        sample.tell(chapters)
        records = store.read()
        held = MemoryStore(records[: len(records) - less], name="atlas-3.launchready")
        session = Session(held, Author(PMM), lambda: NOW, lambda: f"own-{next(numbers):012x}")
        window.show_bridge(LaunchBridge(session), remember=False)

    return act


def evidence_given(window: Window, _: Path) -> None:
    from launchready.launch.changes import ClaimEvidenceAdded
    from launchready.launch.model import ClaimEvidence, Evidence

    for number, claim in enumerate(list(window.bridge.launch.claims)):
        item = ClaimEvidence(evidence=Evidence(id=f"study-{number}", label="A study"))
        window.bridge.make(lambda draft, claim=claim, item=item: draft.make(ClaimEvidenceAdded(claim=claim, item=item)))


def escalated(window: Window, _: Path) -> None:
    from launchready.launch.changes import Escalated

    def build(draft: Draft) -> None:
        word = window.bridge.word(draft.launch)
        day = window.bridge.today
        draft.make(Escalated(id="asked", lane="pmm", question="Do we wait", respond_by=day, word=word))

    window.bridge.make(build)


def ruled(window: Window, _: Path) -> None:
    from launchready.launch.changes import Ruled
    from launchready.launch.coverage import coverage
    from launchready.launch.lanes import SIGNING
    from launchready.launch.model import Position

    def build(draft: Draft) -> None:
        covered = tuple(coverage(draft.launch, lane.id) for lane in SIGNING)
        word = window.bridge.word(draft.launch, draft.launch.decider)
        draft.make(Ruled(id="ruled", position=Position.GO, reason="It is good enough", covered=covered, word=word))

    window.bridge.make(build)


def importing(window: Window, folder: Path) -> None:
    csv_loaded(window, folder)
    wait(window)


def own_template(window: Window, folder: Path) -> None:
    del folder
    from msgspec.structs import replace

    from launchready.desktop.files import template_files
    from launchready.templates import load

    template_files.save(replace(load("standard"), name="ours", title=""), replace=True)
    page: Any = window.open_page("new_launch")
    page.begin()
    chosen = page.form.templates.chosen
    chosen.setCurrentIndex(chosen.findData("ours"))


BEFORE: dict[str, Scene] = {
    "import_template": importing,
    "rename_template": own_template,
    "resume_launch": called_off,
    "agree_checklist": told(0),
    "consent_next_waiver": told(4, less=1),
    "accept_condition": told(8, less=1),
    "release_condition": told(8),
    "accept_evidence": evidence_given,
    "withdraw_escalation": escalated,
    "withdraw_ruling": ruled,
}
