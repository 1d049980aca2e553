"""What can be done on the sign-off page by name: the handlers of its lines in the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from launchready.launch.maps import values
from launchready.launch.model import Position
from launchready.launch.readiness import waiver_for

if TYPE_CHECKING:
    from launchready.desktop.pages.sign_off import SignOffPage


class SignOffDeeds:
    """Methods of the sign-off page that the table of actions names. Those on one of several things take the first
    with which it can be done; each has its own button on the page."""

    def _page(self) -> SignOffPage:
        return cast("SignOffPage", self)

    # -- sign-offs ----------------------------------------------------------------------------------------------

    def can_sign(self) -> bool:
        bridge = self._page().bridge
        return bool(bridge.my_lanes()) and bridge.launch.called_off is None

    def sign(self) -> None:
        """Goes to my position; where I lead both lanes, to the first that has no current sign-off."""
        page = self._page()
        mine = [page.lanes[lane] for lane in page.bridge.my_lanes()]
        (next((card for card in mine if not card.form.isHidden()), mine[0])).take_focus()

    def can_record(self) -> bool:
        page = self._page()
        return page.bridge.launch.called_off is None and any(card.first_other() for card in page.lanes.values())

    def record_sign_off(self) -> None:
        cards = [card for card in self._page().lanes.values() if card.first_other()]
        cards.sort(key=lambda card: card.held is not None)
        cards[0].record_for(cards[0].first_other())

    def can_withdraw(self) -> bool:
        held = (card.held for card in self._page().lanes.values())
        return any(each is not None and each.position is not Position.NO_GO for each in held)

    def withdraw_sign_off(self) -> None:
        page = self._page()
        standing = [card for card in page.lanes.values() if card.held and card.held.position is not Position.NO_GO]
        mine = page.bridge.my_lanes()
        min(standing, key=lambda card: card.lane not in mine).withdraw()

    # -- conditions ---------------------------------------------------------------------------------------------

    def can_accept_condition(self) -> bool:
        return bool(self._page().conditions.first("accept"))

    def can_call_met(self) -> bool:
        return bool(self._page().conditions.first("met"))

    def can_release_condition(self) -> bool:
        return bool(self._page().conditions.first("release"))

    def accept_condition(self) -> None:
        self._page().conditions.accept(self._page().conditions.first("accept"))

    def call_condition_met(self) -> None:
        self._page().conditions.call_met(self._page().conditions.first("met"))

    def release_condition(self) -> None:
        self._page().conditions.release(self._page().conditions.first("release"))

    # -- waivers ------------------------------------------------------------------------------------------------

    def can_consent(self) -> bool:
        return any(
            held.withdrawn is None and (held.consent is None or held.renewal is not None)
            for held in self._page().bridge.launch.waivers.values()
        )

    def consent_next_waiver(self) -> None:
        page = self._page()
        launch = page.bridge.launch
        waiting = [
            held
            for task in values(launch.tasks)
            if (held := waiver_for(launch, task.id)) and (held.consent is None or held.renewal is not None)
        ]
        page.waivers.consent(min(waiting, key=lambda held: (held.asked.at, held.id)))

    # -- escalation and ruling ----------------------------------------------------------------------------------

    def has_decider(self) -> bool:
        return bool(self._page().bridge.launch.decider)

    def escalate(self) -> None:
        self._page().escalations.escalate()

    def has_escalation(self) -> bool:
        return bool(self._page().bridge.first_open_escalation())

    def withdraw_escalation(self) -> None:
        self._page().escalations.withdraw(self._page().bridge.first_open_escalation())

    def rule(self) -> None:
        self._page().escalations.rule()

    def can_withdraw_ruling(self) -> bool:
        return self._page().escalations.can_withdraw_ruling()

    def withdraw_ruling(self) -> None:
        self._page().escalations.withdraw_ruling()
