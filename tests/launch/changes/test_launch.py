"""The launch itself: its calendar, called off and resumed, its decision recorded."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from launchready.launch.changes import ActivityAdded, CalledOff, DecisionRecorded, LaunchCreated, LaunchEdited, Resumed
from launchready.launch.changes.launch import LaunchFields, present_digests, recording
from launchready.launch.model import Activity, Due, Launch
from launchready.launch.refusal import refuse
from tests.launch import builders as b

CREATED = b.setup()[0]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("tier", 4, "tier-unknown"),
        ("time", "24:00", "time-unreadable"),
        ("time", "9:00", "time-unreadable"),
        ("zone", "Europe/Atlantis", "zone-unknown"),
        ("zone", "", "zone-unknown"),
        ("zone", "../etc/passwd", "zone-unknown"),
        ("name", " ", "text-empty"),
        ("go_no_go", Due(), "go-no-go-missing"),
        ("go_no_go", Due(offset=-1, date=b.TODAY), "go-no-go-missing"),
        ("go_no_go", Due(offset=1), "go-no-go-late"),
        ("go_no_go", Due(date=b.LAUNCH_DAY + dt.timedelta(days=1)), "go-no-go-late"),
        ("go_no_go", Due(offset=-(10**12)), "date-out-of-range"),
        ("date", dt.date.min, "date-out-of-range"),
    ],
)
def test_a_launch_has_a_name_a_tier_and_a_calendar(field: str, value: Any, code: str) -> None:
    assert b.refused(Launch(), msgspec.structs.replace(CREATED, **{field: value})) == code
    assert b.refused(b.a_launch(), b.edit_launch(b.a_launch(), **{field: value})) == code


def test_a_launch_is_made_once() -> None:
    assert b.refused(b.a_launch(), CREATED) == "launch-exists"
    assert isinstance(CREATED, LaunchCreated)
    assert b.refused(Launch(), msgspec.structs.replace(CREATED, id="")) == "text-empty"


def test_a_launch_does_not_move_to_where_a_task_would_be_due_before_all_calendars() -> None:
    launch = b.make(b.a_launch(), b.edit(b.a_launch(), "wiki", due=Due(offset=-30)))
    assert b.refused(launch, b.edit_launch(launch, date=dt.date(1, 1, 10))) == "date-out-of-range"


def test_an_edit_of_what_has_changed_since_is_refused() -> None:
    launch = b.a_launch()
    first, second = b.edit_launch(launch, name="One"), b.edit_launch(launch, name="Two")
    assert b.refusal(b.make(launch, first), second).args["field"] == "name"
    assert b.make(b.make(launch, first), b.edit_launch(launch, tier=2)).tier == 2


def test_an_edit_that_says_nothing_or_half_is_refused() -> None:
    assert b.refused(b.a_launch(), LaunchEdited(to=LaunchFields(), was=LaunchFields())) == "edit-incomplete"
    half = LaunchEdited(to=LaunchFields(name="One", tier=2), was=LaunchFields(name="Atlas 3.0"))
    assert b.refused(b.a_launch(), half) == "edit-incomplete"


def test_a_party_that_has_letters_stays() -> None:
    row = Activity(id="r", key="R-1", title="Press", position=1, letters={"PMM": "AR"})
    launch = b.make(b.a_launch(), ActivityAdded(activity=row))
    assert b.refused(launch, b.edit_launch(launch, parties=("PM", "QA"))) == "party-used"
    assert b.refused(launch, b.edit_launch(launch, parties=("PMM", "PMM"))) == "parties-repeat"
    assert b.make(launch, b.edit_launch(launch, parties=("PMM", "QA"))).parties == ("PMM", "QA")


def test_the_first_row_with_letters_of_a_party_is_named() -> None:
    letters = {"PMM": "R"}
    rows = [
        Activity(id=f"r{at}", key=f"R-{at}", title="Press", position=at, letters=letters) for at in range(12, 0, -1)
    ]
    launch = b.make(b.a_launch(), *(ActivityAdded(activity=row) for row in rows))
    assert b.edit_launch(launch, parties=("PM",)).check(launch) == refuse(
        "party-used", party="PMM", key="R-1", title="Press"
    )


@pytest.mark.parametrize(("by", "code"), [(b.PRIYA, ""), (b.DANA, ""), (b.CHEN, ""), (b.ABE, "not-lead-or-decider")])
def test_a_lead_or_the_decider_calls_off_resumes_and_records(by: str, code: str) -> None:
    launch = b.a_launch()
    called_off = b.make(launch, CalledOff(reason="Recalled", word=b.word(b.CHEN)))
    tried = (
        CalledOff(reason="Recalled", word=b.word(by)).check(launch),
        Resumed(word=b.word(by)).check(called_off),
        recorded(launch, by).check(launch),
    )
    assert {refusal.code if refusal else "" for refusal in tried} == {code}


def test_a_launch_is_called_off_once_and_with_a_reason() -> None:
    launch = b.a_launch()
    assert b.refused(launch, CalledOff(reason=" ", word=b.word(b.CHEN))) == "text-empty"
    assert b.refused(launch, Resumed(word=b.word(b.CHEN))) == "not-called-off"
    called_off = b.make(launch, CalledOff(reason="Recalled", word=b.word(b.CHEN)))
    assert b.refused(called_off, Resumed(word=b.word(b.CHEN), reason="\x07")) == "text-control"
    launch = b.make(launch, CalledOff(reason="Recalled", word=b.word(b.CHEN)))
    assert b.refused(launch, CalledOff(reason="Recalled", word=b.word(b.CHEN))) == "already-called-off"
    assert b.refused(launch, b.sign(launch, "pm")) == "is-called-off"


def test_a_decision_is_recorded_on_the_build_that_is_there() -> None:
    launch = b.make(b.a_launch(), b.edit_launch(b.a_launch(), build="3.0.1"))
    right = recording(launch, b.word(b.CHEN))
    assert right.check(launch) is None
    assert b.refused(launch, msgspec.structs.replace(right, build="2.9")) == "moved-on"


def recorded(launch: Launch, by: str = b.CHEN, verdict: str = "", rule: int = 0) -> DecisionRecorded:
    now = b.decided(launch)
    return DecisionRecorded(
        verdict=verdict or now.verdict.value,
        rule=rule or now.rule,
        build=launch.build,
        present=("Priya Nair", "Kim of Sales"),
        digests=present_digests(launch),
        next_checkpoint=b.LATER,
        word=b.word(by),
    )


def test_a_recorded_decision_keeps_the_verdict_who_was_there_and_both_digests() -> None:
    launch = b.a_ready_launch()
    held = b.make(launch, recorded(launch)).recorded
    assert held is not None
    assert (held.verdict, held.rule, held.present) == ("go", 8, ("Priya Nair", "Kim of Sales"))
    assert held.digests == {lane: launch.sign_offs[lane].digest for lane in ("pm", "pmm")}
    assert held.next_checkpoint == b.LATER


def test_only_the_computed_verdict_is_recorded() -> None:
    launch = b.a_launch()
    assert b.refused(launch, recorded(launch, verdict="go", rule=8)) == "verdict-moved"
    assert b.refused(launch, recorded(launch, rule=5)) == "verdict-moved"


def test_a_decision_on_moved_ground_is_not_recorded() -> None:
    launch = b.a_launch()
    seen = recorded(launch)
    assert b.refused(b.make(launch, b.edit(launch, "load", title="Soak test")), seen) == "moved-on"


def test_a_recorded_decision_stays_when_things_change() -> None:
    launch = b.a_ready_launch()
    launch = b.make(launch, recorded(launch))
    launch = b.make(launch, b.edit_launch(launch, build="3.1"))
    assert launch.recorded is not None
    assert (launch.recorded.verdict, b.outcome(launch)[0]) == ("go", "hold")
