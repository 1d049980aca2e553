"""What can be done on the overview by name: the handlers of its lines in the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from launchready.launch.changes.base import is_agreed

if TYPE_CHECKING:
    from launchready.desktop.pages.overview import OverviewPage


class OverviewDeeds:
    """Methods of the overview that the table of actions names. What they ask, they ask in a dialog."""

    def _page(self) -> OverviewPage:
        return cast("OverviewPage", self)

    # -- whether ------------------------------------------------------------------------------------------------

    def can_agree(self) -> bool:
        return not is_agreed(self._page().bridge.launch)

    def can_call_off(self) -> bool:
        return self._page().bridge.launch.called_off is None

    def is_called_off(self) -> bool:
        return not self.can_call_off()

    def awaits_me(self) -> bool:
        """Whether a question waits for my ruling, and no sign-off is mine to give."""
        bridge = self._page().bridge
        return not bridge.my_lanes() and bridge.i_decide() and bool(bridge.first_open_escalation())

    # -- what is done -------------------------------------------------------------------------------------------

    def review_sign_offs(self) -> None:
        if self.awaits_me():
            self._page().shell.trigger("rule")
        else:
            self._page().open_sign_off()

    def record_decision(self) -> None:
        from launchready.desktop.dialogs.words import record_decision

        record_decision(self._page(), self._page().bridge).open()

    def edit_launch(self) -> None:
        from launchready.desktop.dialogs.launch import launch_details

        launch_details(self._page(), self._page().bridge).open()

    def edit_people(self) -> None:
        from launchready.desktop.dialogs.people import PeopleDialog

        PeopleDialog(self._page(), self._page().bridge).open()

    def agree_checklist(self) -> None:
        from launchready.desktop.widgets.agreement import AgreementDialog

        AgreementDialog(self._page(), self._page().shell).open()

    def call_off(self) -> None:
        from launchready.desktop.dialogs.words import call_off

        call_off(self._page(), self._page().bridge).open()

    def resume_launch(self) -> None:
        from launchready.desktop.dialogs.words import resume

        resume(self._page(), self._page().bridge).open()
