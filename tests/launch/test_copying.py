"""A new launch with the checklist of another: nothing done, nothing signed."""

from __future__ import annotations

import datetime as dt
from itertools import count

from launchready.launch import log
from launchready.launch.changes import ActivityAdded, ClaimAdded
from launchready.launch.copying import copied
from launchready.launch.log import Entry
from launchready.launch.model import Activity, Author, Claim, ClaimState, Due, Launch
from launchready.launch.schedule import go_no_go_date, in_order
from tests.launch import builders as b

DAY = dt.date(2027, 3, 2)


def copy(launch: Launch, go_no_go: Due | None = None) -> Launch:
    """The copy, checked as the one entry that it is."""
    ids = count()
    changes = copied(launch, lambda: f"c{next(ids)}", name="Atlas 3.1", date=DAY, go_no_go=go_no_go)
    after = log.check(Launch(), Entry(id="e", at=b.NOW, by=Author(name="Sam"), changes=tuple(changes)))
    assert isinstance(after, Launch)
    return after


def a_finished_launch() -> Launch:
    launch = b.done(b.a_launch(), "load")
    launch = b.make(launch, b.edit(launch, "kit", prerequisites=("load",), due=Due(offset=-7)))
    launch = b.make(launch, ClaimAdded(claim=Claim(id="old", key="CL-2", text="Old", position=2)))
    launch = b.make(launch, b.claim_to(launch, "old", ClaimState.WITHDRAWN))
    row = Activity(id="r", key="R-1", title="Press", position=1, letters={"PMM": "AR"})
    launch = b.with_evidence(b.make(launch, ActivityAdded(activity=row)), "load", b.proof("e"))
    return b.signed(b.all_done(launch))


def test_a_copy_has_the_checklist_with_nothing_done_or_signed() -> None:
    launch = a_finished_launch()
    after = copy(launch)
    assert [(t.lane, t.title, t.gating, t.asks, t.due) for t in in_order(after)] == [
        (t.lane, t.title, t.gating, t.asks, t.due) for t in in_order(launch)
    ]
    for task in after.tasks.values():
        assert (task.status.value, task.confirmations, task.acknowledgement, task.evidence) == ("to-do", (), None, ())
    assert not after.sign_offs
    assert not after.agreed
    assert not set(after.tasks) & set(launch.tasks)


def test_a_copy_has_the_people_in_their_parts() -> None:
    after = copy(a_finished_launch())
    named = {lane: after.people[lead].name for lane, lead in after.leads.items()}
    assert named == {"pm": "Priya Nair", "pmm": "Dana Ruiz"}
    assert after.people[after.decider].name == "L. Chen"
    (kit,) = (task for task in after.tasks.values() if task.title == "Sales kit")
    assert after.people[kit.owner].name == "J. Abe"
    assert [after.tasks[first].title for first in kit.prerequisites] == ["Load test"]


def test_a_copy_has_the_claims_as_drafts_and_the_raci() -> None:
    after = copy(a_finished_launch())
    (claim,) = after.claims.values()
    assert (claim.text, claim.state, [after.tasks[proof].title for proof in claim.proof]) == (
        "Twice as fast",
        ClaimState.DRAFT,
        ["Load test"],
    )
    assert [activity.letters for activity in after.activities.values()] == [{"PMM": "AR"}]


def test_a_copy_has_its_own_days() -> None:
    launch = a_finished_launch()
    assert go_no_go_date(copy(launch)) == DAY - dt.timedelta(days=3)
    assert go_no_go_date(copy(launch, Due(date=b.LATER))) == b.LATER
