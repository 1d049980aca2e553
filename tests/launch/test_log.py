"""The log: its fold is the state, its chain holds, and an entry is its author's."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from launchready.launch import log
from launchready.launch.changes import (
    Change,
    ChecklistAgreed,
    ClaimAdded,
    ClaimEvidenceAdded,
    PersonAdded,
    TaskAdded,
    TaskProgressed,
)
from launchready.launch.changes.tasks import Progress
from launchready.launch.coverage import coverage
from launchready.launch.log import Damaged, Entry, Hash
from launchready.launch.model import (
    Acknowledgement,
    Author,
    Claim,
    ClaimEvidence,
    Confirmation,
    Launch,
    Person,
    Status,
    Task,
)
from launchready.launch.refusal import Refusal
from tests.launch import builders as b
from tests.launch.drawing import LAWS, Made, histories

SAM = Author(name="Sam")
KIM = PersonAdded(person=Person(id="kim", name="Kim"))


def an_entry(*changes: Change, by: Author = SAM, prev: Hash = "", undoes: Hash = "") -> Entry:
    return Entry(id="e", at=b.NOW, by=by, prev=prev, undoes=undoes, changes=changes)  # type: ignore[arg-type]


def records(*entries: tuple[Change, ...]) -> list[tuple[bytes, Hash]]:
    """Those entries as they are stored, one chained to the other."""
    stored: list[tuple[bytes, Hash]] = []
    for changes in entries:
        body = log.encode(an_entry(*changes, prev=stored[-1][1] if stored else ""))
        stored.append((body, log.hash_of(body)))
    return stored


def reread(stored: list[tuple[bytes, Hash]]) -> Launch:
    return log.fold(Launch(), (sealed.entry for sealed in log.unseal(stored)))


def fault(*stored: tuple[bytes, Hash]) -> tuple[str, int]:
    with pytest.raises(Damaged) as damaged:
        list(log.unseal(stored))
    return damaged.value.code, damaged.value.number


def resealed(body: bytes) -> tuple[bytes, Hash]:
    return body, log.hash_of(body)


@LAWS
@given(histories())
def test_the_fold_of_the_log_is_the_state(made: list[Made]) -> None:
    start = made[0].before
    accepted = [step for step in made if step.refusal is None]
    stored = records(b.setup(), *((step.change,) for step in accepted))
    entries = [sealed.entry for sealed in log.unseal(stored)]
    assert b.canonical(log.fold(start, entries[1:])) == b.canonical(made[-1].after)
    assert [log.encode(entry) for entry in entries] == [body for body, _ in stored]


def test_a_whole_launch_comes_back_from_its_bytes() -> None:
    changes = (*b.setup(), *(TaskAdded(task=task) for task in b.TASKS))
    assert b.canonical(reread(records(changes, (KIM,)))) == b.canonical(b.make(Launch(), *changes, KIM))


def test_a_fold_goes_on_where_another_ended() -> None:
    stored = records(b.setup(), (KIM,))
    first = reread(stored[:1])
    rest = list(log.unseal(stored[1:], after=stored[0][1], number=1))
    assert b.canonical(log.fold(first, (sealed.entry for sealed in rest))) == b.canonical(reread(stored))


def test_bytes_that_were_changed_are_refused() -> None:
    (first, seal), second = records(b.setup(), (KIM,))
    assert fault((first.replace(b"Atlas", b"Atlaz"), seal), second) == ("log-hash", 0)


def test_an_entry_taken_out_or_put_elsewhere_is_refused() -> None:
    first, second, third = records(b.setup(), (KIM,), (KIM.inverse(),))
    assert fault(first, third) == ("log-chain", 1)
    assert fault(first, third, second) == ("log-chain", 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"Kim"', b' "Kim"'),
        (b'"name":"Kim"', b'"name":"Kim","name":"Kim"'),
        (b'"id":"kim"', b'"email":"","id":"kim"'),
        (b'"id":"kim","name":"Kim"', b'"name":"Kim","id":"kim"'),
        (b'"Kim"', b'"K\\u0069m"'),
        (b'"Kim"', b"NaN"),
        (b'"Kim"', b"3"),
        (b'"Kim"', b'"\xff"'),
    ],
)
def test_anything_but_the_one_canonical_form_is_refused(old: bytes, new: bytes) -> None:
    first, (body, _) = records(b.setup(), (KIM,))
    assert old in body
    assert fault(first, resealed(body.replace(old, new))) == ("log-form", 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"PersonAdded"', b'"PersonTeleported"'), (b'"name":"Kim"', b'"name":"Kim","shoe_size":"44"')],
)
def test_what_a_newer_version_wrote_is_told_from_damage(old: bytes, new: bytes) -> None:
    first, (body, _) = records(b.setup(), (KIM,))
    assert fault(first, resealed(body.replace(old, new))) == ("log-newer", 1)


def test_a_log_begins_with_a_launch_of_a_known_form() -> None:
    assert fault(*records((KIM,))) == ("log-no-launch", 0)
    (body, _), *_ = records(b.setup())
    newer = body.replace(b'"go_no_go"', b'"format":2,"go_no_go"')
    assert fault(resealed(newer)) == ("log-newer", 0)


def refused(launch: Launch, entry: Entry) -> str:
    answer = log.check(launch, entry)
    assert isinstance(answer, Refusal)
    return answer.code


def test_an_entry_is_all_of_its_changes_or_none() -> None:
    launch = b.a_launch()
    assert refused(launch, an_entry()) == "nothing-to-do"
    assert refused(launch, an_entry(KIM, KIM)) == "person-exists"
    after = log.check(launch, an_entry(KIM))
    assert isinstance(after, Launch)
    assert "kim" in after.people


def test_later_changes_are_checked_on_what_the_earlier_ones_leave() -> None:
    launch = b.a_launch()
    owned = b.edit(b.make(launch, KIM), "load", owner="kim")
    assert refused(launch, an_entry(owned)) == "person-gone"
    assert isinstance(log.check(launch, an_entry(KIM, owned)), Launch)


def test_nothing_comes_before_the_launch() -> None:
    assert refused(Launch(), an_entry(KIM)) == "launch-missing"
    assert isinstance(log.check(Launch(), an_entry(*b.setup())), Launch)


def agreement(launch: Launch, recorded_by: str = "", by: str = b.PRIYA) -> ChecklistAgreed:
    return ChecklistAgreed(lane="pm", covered=coverage(launch, "pm"), word=b.word(by, recorded_by=recorded_by))


def test_a_judgement_is_its_authors_own() -> None:
    launch = b.a_launch()
    assert isinstance(log.check(launch, an_entry(agreement(launch), by=Author(name="priya nair"))), Launch)
    assert refused(launch, an_entry(agreement(launch), by=Author(name="Dana Ruiz"))) == "not-yours"
    assert refused(launch, an_entry(agreement(launch))) == "not-yours"


@pytest.mark.parametrize("hours", [-25, 1])
def test_ones_own_word_has_the_time_of_its_entry(hours: int) -> None:
    launch = b.a_launch()
    when = b.NOW + dt.timedelta(hours=hours)
    word = b.word(b.PRIYA, when)
    change = ChecklistAgreed(lane="pm", covered=coverage(launch, "pm"), word=word)
    assert refused(launch, an_entry(change, by=Author(name="Priya Nair"))) == "word-untimely"


def test_a_recorded_word_may_be_older_and_a_naive_time_is_none() -> None:
    launch = b.a_launch()
    covered = coverage(launch, "pm")
    older = b.word(b.PRIYA, b.NOW - dt.timedelta(hours=1), recorded_by="Sam")
    assert isinstance(log.check(launch, an_entry(ChecklistAgreed(lane="pm", covered=covered, word=older))), Launch)
    naive = b.word(b.PRIYA, b.NOW.replace(tzinfo=None), recorded_by="Sam")
    assert refused(launch, an_entry(ChecklistAgreed(lane="pm", covered=covered, word=naive))) == "word-untimely"


def test_or_it_says_who_recorded_it() -> None:
    launch = b.a_launch()
    assert isinstance(log.check(launch, an_entry(agreement(launch, recorded_by="Sam"))), Launch)
    assert refused(launch, an_entry(agreement(launch, recorded_by="Priya Nair"))) == "recorded-by-other"


def test_recording_makes_nobody_a_lead() -> None:
    launch = b.a_launch()
    assert refused(launch, an_entry(agreement(launch, recorded_by="Sam", by=b.DANA))) == "not-lead"


OWN_WORD = b.word(b.DANA)
SMUGGLED: dict[str, Change] = {
    "acknowledged": TaskAdded(
        task=Task(
            id="n", key="PM-9", title="New", lane="pm", position=9, acknowledgement=Acknowledgement(word=OWN_WORD)
        )
    ),
    "confirmed": TaskProgressed(
        task="copy",
        was=Progress(),
        to=Progress(
            status=Status.DONE, confirmations=tuple(Confirmation(lane=lane, word=OWN_WORD) for lane in ("pm", "pmm"))
        ),
    ),
    "accepted": ClaimEvidenceAdded(claim="fast", item=ClaimEvidence(evidence=b.proof("e"), accepted=OWN_WORD)),
    "claimed": ClaimAdded(
        claim=Claim(
            id="n",
            key="CL-9",
            text="New",
            position=9,
            evidence=(ClaimEvidence(evidence=b.proof("e"), accepted=OWN_WORD),),
        )
    ),
}


@pytest.mark.parametrize("change", SMUGGLED.values(), ids=SMUGGLED)
def test_nobodys_word_comes_in_with_something_else(change: Change) -> None:
    launch = b.a_launch()
    assert change.check(launch) is None
    assert refused(launch, an_entry(change)) == "word-not-given"


def test_taking_back_restores_the_words_that_were_there() -> None:
    launch = b.done(b.a_launch(), "copy")
    reopened = b.move_on(launch, "copy", Status.TODO)
    entry = an_entry(reopened.inverse(), undoes="h")
    assert isinstance(log.check(b.make(launch, reopened), entry), Launch)


def test_the_inverse_of_an_entry_is_that_of_its_changes_last_first() -> None:
    launch = b.a_launch()
    owned = b.edit(b.make(launch, KIM), "load", owner="kim")
    after = log.check(launch, an_entry(KIM, owned))
    assert isinstance(after, Launch)
    taken = log.inverse(an_entry(KIM, owned))
    assert taken is not None
    assert b.canonical(b.make(after, *taken)) == b.canonical(launch)


def test_an_entry_with_a_judgement_has_no_inverse() -> None:
    launch = b.a_launch()
    assert log.inverse(an_entry(KIM, agreement(launch))) is None
