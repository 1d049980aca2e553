"""The session as Qt hears it: one object that polls, commits, undoes, and tells in signals what happened."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from launchready.launch.changes import AnyChange
from launchready.launch.decision import Decision, decide
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import lanes_of, person_for
from launchready.launch.log import Sealed
from launchready.launch.maps import values
from launchready.launch.model import Launch, Person, Word
from launchready.launch.readiness import is_done, is_gate
from launchready.launch.refusal import Refused
from launchready.launch.schedule import today
from launchready.session import Session, Waiting
from launchready.store.port import StoreError
from launchready.wording import history
from launchready.wording.language import tr
from launchready.wording.refusals import refusal

POLL = 400
"""Milliseconds between two looks at the file."""
RETRY = 12
"""Every how many looks something unsaved is tried again."""
SETTLE = 25
"""Milliseconds that the verdict may lag behind an edit, so that the edit itself is painted first."""

T = TypeVar("T")

log = logging.getLogger(__name__)


class Counts(NamedTuple):
    """How many tasks there are, how many of them are gates, and how many are done."""

    tasks: int
    gates: int
    done: int


class LaunchBridge(QObject):
    """One open launch in the window. Every change goes through `make`; what comes of it comes back as signals.

    `launch_changed(before, after, sealed, origin)`: an entry came, from "here" or "elsewhere".
    `settled()`: a moment after an entry, when what lags behind may catch up.
    `decision_changed(decision)`: the verdict or its reasons are others than before.
    `unsaved_changed()`: `unsaved` says something else now. `refused(text)`: somebody's change was refused,
    and no one nearer the hand took the sentence.
    """

    launch_changed = Signal(object, object, object, str)
    settled = Signal()
    decision_changed = Signal(object)
    unsaved_changed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.unsaved = ""
        self._held_back = ""
        self._decided: tuple[Launch, dt.date, Decision] | None = None
        self._counted: tuple[Launch, Counts] | None = None
        self._stop_listening = session.listen(self._on_entry)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self.look)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._on_settled)
        self._told: Decision | None = None
        self._looks = 0

    # -- what is ------------------------------------------------------------------------------------------------

    @property
    def launch(self) -> Launch:
        return self.session.launch

    @property
    def today(self) -> dt.date:
        """The day it is in the launch's zone."""
        return today(self.launch, self.session.clock())

    @property
    def decision(self) -> Decision:
        """The joint decision on the present state, worked out once a state and day."""
        launch, day = self.session.launch, self.today
        if self._decided is None or self._decided[0] is not launch or self._decided[1] != day:
            self._decided = (launch, day, decide(launch, self.session.clock()))
        return self._decided[2]

    @property
    def counts(self) -> Counts:
        """How much there is, worked out once a state."""
        launch = self.session.launch
        if self._counted is None or self._counted[0] is not launch:
            tasks = values(launch.tasks)
            self._counted = (launch, Counts(len(tasks), sum(map(is_gate, tasks)), sum(map(is_done, tasks))))
        return self._counted[1]

    @property
    def me(self) -> Person | None:
        """The person of the launch that I am, if I am one."""
        return person_for(self.launch, self.session.author)

    def my_lanes(self) -> tuple[str, ...]:
        """The signing lanes that I speak for today, as lead or delegate."""
        me = self.me
        return lanes_of(self.launch, Word(by=me.id, at=self._now())) if me else ()

    def i_decide(self) -> bool:
        """Whether I am the decider."""
        me = self.me
        return me is not None and me.id == self.launch.decider

    def first_open_escalation(self) -> str:
        """The first question that waits for the decider; empty where none does."""
        held = self.launch.escalations
        return next((each.id for each in held if not each.ruling and each.withdrawn is None), "")

    def word(self, launch: Launch, person: str = "") -> Word:
        """A judgement's word: mine, or that of `person` (id), recorded by me."""
        me = person_for(launch, self.session.author)
        whose = person or (me.id if me else "")
        own = me is not None and me.id == whose
        return Word(by=whose, at=self._now(), recorded_by="" if own else self.session.author.name)

    def _now(self) -> dt.datetime:
        return self.session.clock().astimezone(dt.UTC).replace(microsecond=0)

    def draft(self, launch: Launch) -> Draft:
        return Draft(launch, self.session.new_id)

    @property
    def newest_waiting(self) -> Waiting | None:
        """What was kept last because it could not be written."""
        return self.session.waiting[-1] if self.session.waiting else None

    # -- what is done -------------------------------------------------------------------------------------------

    def make(self, build: Callable[[Draft], object], answer: Callable[[str], object] | None = None) -> Sealed | None:
        """Commits what `build` drafts, as one entry. None where nothing differs or it was refused.

        The refusal goes to `answer`, which is where the hand is, else to `refused`. What could not be written
        is kept by the session and told in `unsaved`.
        """

        def changes(launch: Launch) -> Sequence[AnyChange]:
            draft = self.draft(launch)
            build(draft)
            if not draft.changes:
                raise _NothingDiffers
            return draft.changes

        return self._guarded(lambda: self.session.commit(changes), answer)

    def undo(self, entry: str = "", answer: Callable[[str], object] | None = None) -> str:
        """Takes back my newest entry, or the one named by its hash. Says which, or nothing if refused."""
        return self._step(lambda: self.session.undo(entry), answer)

    def redo(self, answer: Callable[[str], object] | None = None) -> str:
        return self._step(self.session.redo, answer)

    def _step(self, step: Callable[[], tuple[Sealed, Sealed]], answer: Callable[[str], object] | None) -> str:
        before = self.launch
        done = self._guarded(step, answer)
        return history.entry(done[0].entry, before) if done else ""

    def next_undo(self) -> str:
        """What `undo` would take back, in words; empty where there is nothing."""
        return self._worded(self.session.next_undo())

    def next_redo(self) -> str:
        return self._worded(self.session.next_redo())

    def _worded(self, sealed: Sealed | None) -> str:
        return history.entry(sealed.entry, self.launch) if sealed else ""

    def _guarded(self, act: Callable[[], T], answer: Callable[[str], object] | None) -> T | None:
        waiting = self.newest_waiting
        try:
            done = act()
        except _NothingDiffers:
            self._saved()
            return None
        except Refused as refused:
            (answer or self.refused.emit)(refusal(refused.refusal, self.launch))
            self._saved()
            return None
        except StoreError as error:
            self._not_saved(error)
            if answer is not None:
                is_kept = self.newest_waiting is not waiting
                kept = tr("What you changed is kept here: try again, or save a copy.") if is_kept else ""
                answer(f"{self.unsaved} {kept}".strip())
            return None
        self._saved()
        return done

    # -- the file -----------------------------------------------------------------------------------------------

    def hold_back(self, why: str) -> None:
        """Says from now on that nothing is saved here, because this is not the file itself."""
        self._held_back = self.unsaved = why

    def start(self) -> None:
        """Looks at the file now and then, from now on."""
        self._poll.start()

    def close(self) -> None:
        self._poll.stop()
        self._settle.stop()
        self._stop_listening()
        self.session.store.close()

    def look(self) -> None:
        """Takes in what others wrote; tries again what could not be written."""
        self._settle_day()
        if self.session.unsaved is not None:
            self._looks += 1
            if self._looks % RETRY == 0:
                self.retry()
            return
        if not self.session.store.changed():
            return
        try:
            self.session.refresh()
        except StoreError as error:
            self._not_saved(error)
        else:
            self._saved()

    def retry(self) -> None:
        """Writes what is unsaved, if it can be by now."""
        self._guarded(self.session.retry, None)

    def _settle_day(self) -> None:
        if self._decided is not None and self._decided[1] != self.today:
            self._settle.start()

    def _not_saved(self, error: StoreError) -> None:
        text = worded(error)
        if text != self.unsaved:
            log.warning("not saved: %s", error.code)
            self.unsaved = text
            self.unsaved_changed.emit()

    def _saved(self) -> None:
        if self.unsaved != self._held_back and self.session.unsaved is None:
            self.unsaved = self._held_back
            self.unsaved_changed.emit()

    def _on_entry(self, before: Launch, after: Launch, sealed: Sealed, origin: str) -> None:
        self.launch_changed.emit(before, after, sealed, origin)
        self._settle.start()

    def _on_settled(self) -> None:
        self.settled.emit()
        decision = self.decision
        if decision != self._told:
            self._told = decision
            self.decision_changed.emit(decision)


class _NothingDiffers(Exception):  # noqa: N818  an answer, not an error
    """There is nothing to write: what was asked for is already so."""


def worded(error: StoreError) -> str:
    """Why something could not be saved or read, in a sentence."""
    from launchready.desktop.answers import answered
    from launchready.places import shown

    arguments = dict(error.arguments)
    if isinstance(file := arguments.get("file"), str):
        arguments["file"] = shown(Path(file))
    return answered(error.code, arguments)
