"""Waivers consented to, reviewed, renewed and withdrawn."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLabel

from launchready.desktop.inspector.waiver import WaiverSection
from launchready.desktop.pages.sign_off import SignOffPage
from launchready.launch.drafting import Draft
from tests.desktop.signing.deeds import act_as, launch


def offered(page: SignOffPage, waiver: str) -> list[str]:
    """The words on the buttons of its row."""
    row = page.waivers.rows.row(waiver)
    return [each.text() for each in row.findChildren(QAbstractButton)] if row is not None else []


def test_a_waiver_is_renewed_consented_to_and_withdrawn(page: SignOffPage) -> None:
    card = page.waivers
    (held,) = launch(page).waivers.values()
    act_as(page, "Priya Nair")
    card.renew(held)
    assert card.form is not None
    card.form.set_value("expires", "soon")
    card.form.send()
    assert "is no date" in card.form.refusal.text()
    card.form.set_value("expires", "2027-03-01")
    card.form.send()
    assert launch(page).waivers[held.id].renewal is not None
    assert "Record the consent…" in offered(page, held.id)
    act_as(page, "Dana Ruiz")
    assert "Consent" in offered(page, held.id)
    page.consent_next_waiver()
    assert launch(page).waivers[held.id].terms.expires == dt.date(2027, 3, 1)
    card.withdraw(launch(page).waivers[held.id])
    assert card.form is not None
    card.form.send()
    assert launch(page).waivers[held.id].withdrawn is not None
    assert card.rows.keys() == []


def test_a_reviewer_reviews(page: SignOffPage) -> None:
    (held,) = launch(page).waivers.values()

    def build(draft: Draft) -> None:
        draft.edit_task(draft.launch.tasks[held.task], reviewer=draft.person("Legal"))

    page.bridge.make(build)
    row = page.waivers.rows.row(held.id)
    assert row is not None
    assert any("waits for the review of Legal" in each.text() for each in row.findChildren(QLabel))
    page.waivers.review(held)
    assert page.waivers.form is not None
    page.waivers.form.send()
    assert launch(page).waivers[held.id].review is not None


def test_a_renewal_needs_the_reviewers_word_again_wherever_it_is_shown(page: SignOffPage, qtbot: Any) -> None:
    """Without it the consent is refused, so that it is offered on the task, too."""
    (held,) = launch(page).waivers.values()

    def offers() -> tuple[bool, bool]:
        section = WaiverSection(page.bridge, lambda _: None)
        qtbot.addWidget(section)
        section.show_task(launch(page), launch(page).tasks[held.task], anew=False)
        row = page.waivers.rows.row(held.id)
        assert row is not None
        return tuple(  # type: ignore[return-value]
            any(each.text() == "Review…" for each in shown.findChildren(QAbstractButton)) for shown in (section, row)
        )

    def build(draft: Draft) -> None:
        draft.edit_task(draft.launch.tasks[held.task], reviewer=draft.person("Legal"))

    page.bridge.make(build)
    assert offers() == (True, True)
    page.waivers.review(held)
    assert page.waivers.form is not None
    page.waivers.form.send()
    assert offers() == (False, False)
    act_as(page, "Priya Nair")
    page.waivers.renew(launch(page).waivers[held.id])
    page.waivers.form.send()
    assert launch(page).waivers[held.id].renewal is not None
    assert offers() == (True, True)
