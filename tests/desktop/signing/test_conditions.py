"""Conditions accepted, met and released."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from launchready.desktop.pages.sign_off import SignOffPage
from launchready.launch.model import Position
from tests.desktop.signing.deeds import act_as, add_condition, choose, launch, open_gate, spoken


@pytest.fixture
def conditional(page: SignOffPage) -> SignOffPage:
    """Signed with one condition that covers the open gate, and one that covers nothing; Priya Nair sits here now."""
    form = page.lanes["pmm"].form
    choose(form, Position.CONDITIONS)
    add_condition(form, "Second firm briefed", open_gate(page))
    add_condition(form, "Notes read")
    form.submit.click()
    act_as(page, "Priya Nair")
    return page


def test_the_other_lead_accepts_calls_met_and_releases(conditional: SignOffPage) -> None:
    card = conditional.conditions
    buttons = {each.accessibleName(): each for each in card.findChildren(QAbstractButton)}
    buttons["Accept: CD-1 Second firm briefed"].click()
    buttons["Accept: CD-2 Notes read"].click()
    first, second = sorted(launch(conditional).conditions.values(), key=lambda each: each.key)
    assert first.accepted is not None
    assert second.accepted is not None
    assert card.remark.text() == "2 unmet"
    conditional.call_condition_met()
    assert launch(conditional).conditions[second.id].met is not None
    card.release(first.id)
    assert card.form is not None
    card.form.set_value("reason", "Not needed")
    card.form.send()
    assert launch(conditional).conditions[first.id].released is not None
    assert card.earlier.text() == "1 earlier"


def test_the_one_who_asked_accepts_for_the_other_only_by_recording(conditional: SignOffPage) -> None:
    act_as(conditional, "Dana Ruiz")
    card = conditional.conditions
    conditional.accept_condition()
    assert card.form is not None
    card.form.send()
    held = launch(conditional).conditions[card.rows.keys()[0]]
    assert held.accepted is not None
    assert held.accepted.recorded_by == "Dana Ruiz"


def test_what_is_not_mine_to_give_says_that_it_is_recorded(conditional: SignOffPage) -> None:
    card = conditional.conditions
    (second,) = (held.id for held in launch(conditional).conditions.values() if held.key == "CD-2")

    def offered() -> list[str]:
        row = card.rows.row(second)
        return [each.text() for each in row.findChildren(QAbstractButton)] if row is not None else []

    assert offered() == ["Accept", "Release…"]
    act_as(conditional, "Dana Ruiz")
    assert offered() == ["Record the acceptance…", "Record the release…"]
    card.accept(second)
    assert card.form is not None
    card.form.send()
    assert offered() == ["Record that it is met…", "Record the release…"]


def test_a_covered_gate_shows_its_condition(conditional: SignOffPage) -> None:
    conditional.accept_condition()
    conditional.accept_condition()
    assert "Analyst briefings, 0 of 1, Covered by CD-1" in spoken(conditional.lanes["pmm"].covers)
