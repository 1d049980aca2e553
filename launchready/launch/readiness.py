"""What stands in the way, gate by gate and claim by claim, and what covers it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from launchready.launch.lanes import BY_ID, SIGNING, is_shared
from launchready.launch.maps import values
from launchready.launch.model import Claim, ClaimState, Condition, Evidence, Launch, Status, Task, Waiver, Word
from launchready.launch.schedule import ordered


class AckState(StrEnum):
    """`NOT_YET`: asked for, but the task is not done. `AWAITING`: done, and the other lane has not spoken."""

    NOT_ASKED = "not-asked"
    NOT_YET = "not-yet"
    AWAITING = "awaiting"
    SENT_BACK = "sent-back"
    GIVEN = "given"


class Support(StrEnum):
    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    CUT = "proof-cut"


def is_gate(task: Task) -> bool:
    """Whether it is a gate in force: gating, and not marked not applicable."""
    return task.gating and task.status is not Status.NOT_APPLICABLE


def is_done(task: Task) -> bool:
    """A gate of a shared lane is done only when the lead of every signing lane has confirmed it."""
    if task.status is not Status.DONE:
        return False
    if not (task.gating and is_shared(task.lane)):
        return True
    return {word.lane for word in task.confirmations} >= {lane.id for lane in SIGNING}


def content(evidence: Evidence) -> tuple[str, str, str, dt.date | None, str]:
    """What evidence says, whatever its id: put back as it was, it is the same evidence."""
    return (evidence.label, evidence.link, evidence.note, evidence.date, evidence.build)


def still_there(seen: tuple[Evidence, ...], now: tuple[Evidence, ...]) -> bool:
    """Whether nothing of what was seen was removed or replaced."""
    present = [content(item) for item in now]
    return all(content(item) in present for item in seen)


def acknowledgement(task: Task) -> AckState:
    """Whether the other lane's word stands. Evidence removed or replaced since asks again."""
    if not task.asks or is_shared(task.lane):
        return AckState.NOT_ASKED
    given = task.acknowledgement
    if given is not None and still_there(given.evidence, task.evidence):
        return AckState.GIVEN
    if is_done(task):
        return AckState.AWAITING
    return AckState.SENT_BACK if task.sent_back else AckState.NOT_YET


def is_settled(task: Task) -> bool:
    """Whether the gate stands in nobody's way: done, and acknowledged where that is asked."""
    return is_done(task) and acknowledgement(task) in (AckState.NOT_ASKED, AckState.GIVEN)


def waiver_for(launch: Launch, task: str) -> Waiver | None:
    """The task's waiver that has not been withdrawn, asked for or granted."""
    for waiver in launch.waivers.values():
        if waiver.task == task and waiver.withdrawn is None:
            return waiver
    return None


def is_granted(launch: Launch, waiver: Waiver) -> bool:
    """Consented to, and, where the gate has a reviewer, with that reviewer's word. Lapsed ones count."""
    return waiver.consent is not None and waiver.withdrawn is None and not _lacking(launch, waiver, waiver.review)


def lacking_reviewer(launch: Launch, waiver: Waiver) -> str:
    """Id of the gate's reviewer, where the waiver, or its renewal, still lacks their word; else empty."""
    return _lacking(launch, waiver, waiver.renewal.review if waiver.renewal else waiver.review)


def _lacking(launch: Launch, waiver: Waiver, review: Word | None) -> str:
    task = launch.tasks.get(waiver.task)
    reviewer = task.reviewer if task else ""
    return "" if review is not None and review.by == reviewer else reviewer


def is_waived(launch: Launch, task: Task) -> bool:
    waiver = waiver_for(launch, task.id)
    return waiver is not None and is_granted(launch, waiver)


def open_prerequisites(launch: Launch, task: Task) -> tuple[Task, ...]:
    """What still holds the task back. A waived, removed or not applicable prerequisite holds nobody back."""
    firsts = (launch.tasks.get(first) for first in task.prerequisites)
    return tuple(
        first
        for first in firsts
        if first is not None
        and first.status is not Status.NOT_APPLICABLE
        and not is_done(first)
        and not is_waived(launch, first)
    )


def support(launch: Launch, claim: Claim) -> Support:
    """Whether a claim's proof holds. Without any proof it is unsupported.

    A waived task that was done after all proves again.
    """
    tasks = [launch.tasks.get(task) for task in claim.proof]
    for task in tasks:
        if task is None or task.status is Status.NOT_APPLICABLE:
            return Support.CUT
        if not is_done(task) and is_waived(launch, task):
            return Support.CUT
    if not tasks and not claim.evidence:
        return Support.UNSUPPORTED
    done = all(task is not None and is_done(task) for task in tasks)
    accepted = all(item.accepted is not None for item in claim.evidence)
    return Support.SUPPORTED if done and accepted else Support.UNSUPPORTED


def claims_in_use(launch: Launch) -> list[Claim]:
    """In order of their position."""
    used = (claim for claim in launch.claims.values() if claim.state is ClaimState.IN_USE)
    return sorted(used, key=lambda claim: (claim.position, claim.id))


def supported_of_used(launch: Launch) -> tuple[int, int]:
    """How many claims in use are supported, and how many are in use."""
    used = claims_in_use(launch)
    return sum(support(launch, claim) is Support.SUPPORTED for claim in used), len(used)


def is_met(launch: Launch, condition: Condition) -> bool:
    """Met when all that it covers is done or supported, or no longer stands in anybody's way; with nothing
    to cover, when the other lead has said so."""
    if not condition.covers:
        return condition.met is not None
    return not any(stands_in_the_way(launch, subject) for subject in condition.covers)


def stands_in_the_way(launch: Launch, subject: str) -> bool:
    """Whether a gate (by id) is open or unacknowledged, or a claim in use unsupported, covered or not."""
    task = launch.tasks.get(subject)
    if task is not None:
        return is_gate(task) and not is_settled(task)
    claim = launch.claims.get(subject)
    return claim is not None and claim.state is ClaimState.IN_USE and support(launch, claim) is not Support.SUPPORTED


def is_in_force(launch: Launch, condition: Condition) -> bool:
    """Whether it still binds: neither released, nor a proposal of a sign-off that was replaced or withdrawn.

    An accepted condition outlives its sign-off; one that was never accepted goes with it.
    """
    if condition.released is not None:
        return False
    latest = launch.sign_offs.get(condition.lane)
    current = latest is not None and latest.id == condition.sign_off and latest.withdrawn is None
    return current or condition.accepted is not None


def unmet_conditions(launch: Launch, lane: str | None = None) -> list[Condition]:
    """Conditions in force and not met, in order."""
    return [
        condition
        for condition in sorted(launch.conditions.values(), key=lambda c: (c.position, c.id))
        if (lane is None or condition.lane == lane) and is_in_force(launch, condition) and not is_met(launch, condition)
    ]


def does_cover(launch: Launch, condition: Condition) -> bool:
    """Whether the condition covers what it names: accepted, in force, and its sign-off was not withdrawn."""
    latest = launch.sign_offs.get(condition.lane)
    withdrawn = latest is not None and latest.id == condition.sign_off and latest.withdrawn is not None
    return condition.accepted is not None and condition.released is None and not withdrawn


class LaneReadiness(Struct, frozen=True, kw_only=True):
    """Counts of one lane: gates in force; of them the done ones, and the waived ones that are not done; the gates
    that still stand in the way, in order."""

    lane: str
    total: int
    done: int
    waived: int
    unsettled: tuple[Task, ...]

    @property
    def open(self) -> int:
        """Neither done nor waived."""
        return self.total - self.done - self.waived


def lane_readiness(launch: Launch, lane: str) -> LaneReadiness:
    known = BY_ID[lane].id
    gates = [task for task in values(launch.tasks) if task.lane == known and is_gate(task)]
    return LaneReadiness(
        lane=lane,
        total=len(gates),
        done=sum(is_done(task) for task in gates),
        waived=sum(not is_done(task) and is_waived(launch, task) for task in gates),
        unsettled=tuple(ordered(task for task in gates if not is_settled(task))),
    )
