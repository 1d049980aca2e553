"""Random launches and random changes of every class, plausible ones and others."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple, get_args

from hypothesis import settings
from hypothesis import strategies as st

from launchready.launch import changes as c
from launchready.launch.model import (
    Activity,
    ClaimEvidence,
    ClaimState,
    Launch,
    Person,
    Position,
    Step,
)
from launchready.launch.refusal import Refusal
from tests.launch import builders as b
from tests.launch.draw import Draw
from tests.launch.ways_of_word import WAYS_OF_WORD
from tests.launch.ways_of_work import WAYS_OF_WORK, launch_created

CLASSES: tuple[type[c.Change], ...] = get_args(c.AnyChange)
LAWS = settings(deadline=None, max_examples=100, derandomize=True)
"""Settings of the property tests."""

WAYS = WAYS_OF_WORK | WAYS_OF_WORD


class Made(NamedTuple):
    """One change that was tried: on what, why it was refused if it was, and what it leads to."""

    before: Launch
    change: c.Change
    refusal: Refusal | None
    after: Launch

    def __repr__(self) -> str:
        return f"{self.change} -> {self.refusal.code if self.refusal else 'made'}"


def a_busy_launch() -> Launch:
    """Some of everything: evidence, steps, waivers asked and granted, conditions, a claim, an escalation, a ruling."""
    launch = b.with_evidence(b.done(b.a_launch(), "limits"), "load", b.proof("e1"), b.proof("e2"))
    launch = b.make(launch, *(c.StepAdded(task="kit", step=Step(id=f"s{n}", text="Draft")) for n in range(2)))
    launch = b.make(launch, b.claim_to(launch, "fast", ClaimState.IN_USE), b.ask_waiver(launch, "press"))
    launch = b.make(launch, c.ClaimEvidenceAdded(claim="fast", item=ClaimEvidence(evidence=b.proof("e3"))))
    launch = b.waived(launch, "load")
    conditions = (b.a_condition("a", "kit", "press", "copy"), b.a_condition("b"))
    launch = b.make(launch, b.sign(launch, "pmm", Position.CONDITIONS, *conditions))
    free = Activity(id="r1", key="R-1", title="Positioning", position=1, letters={"PM": "A"})
    launch = b.make(launch, c.ActivityAdded(activity=free), c.ActivityAdded(activity=_numbered(free)))
    asked = c.Escalated(id="q", lane="pm", question="Ship?", respond_by=b.LATER, word=b.word(b.PRIYA))
    launch = b.make(launch, b.rule(launch, Position.GO), asked, b.delegate("pm", b.ABE, b.TODAY, b.LATER))
    return b.make(launch, c.PersonAdded(person=Person(id="kim", name="Kim")))


def _numbered(activity: Activity) -> Activity:
    return Activity(id="r2", key="R-2", title=activity.title, position=2)


def a_nearly_ready_launch() -> Launch:
    """Both lanes signed: one gate waived that proves a claim, one under an accepted condition, the rest done."""
    launch = b.waived(b.all_done(b.a_launch(), "load", "kit"), "load")
    launch = b.make(launch, b.claim_to(launch, "fast", ClaimState.IN_USE))
    launch = b.with_condition(launch, "kit", "fast")
    return b.make(launch, b.sign(launch, "pm"))


STARTS = (
    a_busy_launch(),
    b.make(a_busy_launch(), c.CalledOff(reason="Recalled", word=b.word(b.CHEN))),
    b.a_ready_launch(),
    a_nearly_ready_launch(),
    b.a_launch(),
    b.a_bare_launch(),
    b.a_launch(one_person=True),
    Launch(),
)


def drawn_change(seed: int, launch: Launch) -> c.Change:
    """A change of any class for that launch, plausible or not."""
    d = Draw(seed, launch)
    return launch_created(d) if not launch.id and d.number(1) else WAYS[d.pick(CLASSES)](d)


def played(seeds: Sequence[int]) -> list[Made]:
    """What happened to a launch: changes tried one after the other, those refused among them.

    Half of the launches begin busy. Each change is drawn for the launch as it is, now and then for another one.
    """
    random = Random(sum(seeds))
    launch = random.choice(STARTS) if random.randint(0, 1) else STARTS[0]
    made: list[Made] = []
    for place, given in enumerate(seeds):
        seed = given * 1009 + place
        change = drawn_change(seed, STARTS[seed % len(STARTS)] if seed % 13 == 0 else launch)
        refusal = change.check(launch)
        after = launch if refusal is not None else change.apply(launch)
        made.append(Made(launch, change, refusal, after))
        launch = after
    return made


def histories(most: int = 40) -> st.SearchStrategy[list[Made]]:
    """What happened to some launch."""
    return st.lists(st.integers(0, 2**32 - 1), min_size=most // 2, max_size=most).map(played)
