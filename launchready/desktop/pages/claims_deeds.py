"""What can be done on the claims page by name: the handlers of its lines in the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from launchready.desktop import actions
from launchready.desktop.widgets.dialogs import FormDialog
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.launch.changes import ClaimRemoved, ClaimStateChanged
from launchready.launch.drafting import Draft
from launchready.launch.model import Claim, ClaimState
from launchready.wording.language import tr

if TYPE_CHECKING:
    from launchready.desktop.pages.claims import ClaimsPage


class ClaimsDeeds:
    """Methods of the claims page that the table of actions names."""

    def _page(self) -> ClaimsPage:
        return cast("ClaimsPage", self)

    # -- whether ------------------------------------------------------------------------------------------------

    def has_claim(self) -> bool:
        return self._page().claim() is not None

    def can_use(self) -> bool:
        return self._state() in (ClaimState.DRAFT, ClaimState.WITHDRAWN)

    def can_withdraw(self) -> bool:
        return self._state() in (ClaimState.DRAFT, ClaimState.IN_USE)

    def can_draft(self) -> bool:
        return self._state() in (ClaimState.IN_USE, ClaimState.WITHDRAWN)

    def has_waiting_evidence(self) -> bool:
        claim = self._page().claim()
        return claim is not None and any(item.accepted is None for item in claim.evidence)

    def has_proof(self) -> bool:
        claim = self._page().claim()
        return claim is not None and bool(claim.proof or claim.evidence)

    def _state(self) -> ClaimState | None:
        claim = self._page().claim()
        return claim.state if claim is not None else None

    # -- what is done -------------------------------------------------------------------------------------------

    def _make(self, build: Callable[[Draft], object]) -> bool:
        page = self._page()
        page.refusal.clear()
        return page.bridge.make(build, page.refusal.say) is not None

    def add_claim(self) -> None:
        """Asks for its words and where it is used, and shows it."""
        page = self._page()
        made: list[str] = []

        def submit(values: Values, say: Say) -> bool:
            def build(draft: Draft) -> None:
                state = ClaimState(values["state"])
                made[:] = [draft.claim(values["text"], where=values["where"], state=state).id]

            if page.bridge.make(build, say) is None:
                return False
            page.show_claim(made[0])
            return True

        asks = (
            Ask("text", tr("What we will say"), hint=tr("Exports any size in one click")),
            Ask("where", tr("Where it is used"), hint=tr("Web page, sales deck")),
            Ask(
                "state",
                tr("State"),
                ClaimState.DRAFT.value,
                choices=((ClaimState.DRAFT.value, tr("Draft")), (ClaimState.IN_USE.value, tr("In use"))),
            ),
        )
        about = tr("In use it must be supported: by PM tasks that are done, or evidence that the PM lead accepts.")
        FormDialog(page, tr("Add a claim"), asks, tr("Add the claim"), submit, about).open()

    def use_claim(self) -> None:
        self._move(ClaimState.IN_USE, tr("Put {key} in use"))

    def withdraw_claim(self) -> None:
        self._move(ClaimState.WITHDRAWN, tr("Withdrew {key}"))

    def draft_claim(self) -> None:
        self._move(ClaimState.DRAFT, tr("Made {key} a draft"))

    def _move(self, to: ClaimState, told: str) -> None:
        claim = self._page().claim()
        if claim is not None and self._make(
            lambda draft: draft.make(ClaimStateChanged(claim=claim.id, to=to, was=self._now(draft, claim).state))
        ):
            self._page().shell.toast_undo(told.format(key=claim.key))

    @staticmethod
    def _now(draft: Draft, claim: Claim) -> Claim:
        return draft.launch.claims.get(claim.id, claim)

    def remove_claim(self) -> None:
        """Takes it out altogether; what is in use is withdrawn instead, and the refusal says so."""
        page = self._page()
        claim, row = page.claim(), page.table.currentIndex().row()
        if claim is not None and self._make(lambda draft: draft.make(ClaimRemoved(was=self._now(draft, claim)))):
            page.table.choose_row(max(0, min(row, page.model.rowCount() - 1)))
            page.shell.toast_undo(tr("Removed {key}").format(key=claim.key))

    def edit_claim(self) -> None:
        """Goes to its words, in the panel."""
        page = self._page()
        page.open_panel(focus=False)
        page.panel.head.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        page.panel.head.words.selectAll()

    def _in_panel(self, act: Callable[[], object]) -> None:
        self._page().open_panel(focus=False)
        act()

    def prove_by_tasks(self) -> None:
        self._in_panel(self._page().panel.proof.add_tasks)

    def prove_by_evidence(self) -> None:
        self._in_panel(self._page().panel.proof.add_evidence)

    def remove_proof(self) -> None:
        self._in_panel(self._page().panel.proof.remove)

    def accept_evidence(self) -> None:
        self._in_panel(self._page().panel.proof.accept)

    # -- the context menu ---------------------------------------------------------------------------------------

    def _on_menu_requested(self, point: QPoint) -> None:
        """What can be done with the claim now, out of the table of actions."""
        page = self._page()
        if not page.table.indexAt(point).isValid():
            return
        menu = QMenu(page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in actions.available():
            if action.page == "claims" and action.enabled and getattr(self, action.enabled)():
                made = menu.addAction(action.words())
                made.triggered.connect(lambda _checked=False, method=action.method: getattr(self, method)())
                made.setShortcut(QKeySequence(action.shortcut))
                made.setShortcutVisibleInContextMenu(True)
        menu.popup(page.table.viewport().mapToGlobal(point))
