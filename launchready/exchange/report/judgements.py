"""What people said, as a report shows it: sign-offs, waivers, conditions, escalations, the ruling."""

from __future__ import annotations

from launchready.exchange.report import report as shown
from launchready.exchange.report.lists import Reporter, lane_name
from launchready.launch.coverage import coverage, regressions, staleness
from launchready.launch.entitlement import is_self_accepted, name
from launchready.launch.model import Condition, Escalation, Position, Ruling, SignOff, Waiver
from launchready.launch.readiness import is_granted, is_in_force, is_met
from launchready.wording import terms
from launchready.wording.differences import difference
from launchready.wording.language import tr


def sign_off_shown(reporter: Reporter, lane: str) -> shown.SignOff:
    given = reporter.launch.sign_offs.get(lane)
    if given is None:
        return shown.SignOff(lane=lane_name(lane), state="missing", state_words=tr("Not signed."))
    changes = tuple(difference(item, reporter.launch) for item in staleness(reporter.launch, given))
    return shown.SignOff(
        lane=lane_name(lane),
        name=name(reporter.launch, given.word.by),
        delegate_for=_delegate_for(reporter, given),
        at=reporter.at(given.word),
        position=given.position.value,
        meaning=terms.MEANINGS[given.position.value],
        signed=not given.word.recorded_by,
        recorded_by=given.word.recorded_by,
        recorded_for=name(reporter.launch, given.word.by) if given.word.recorded_by else "",
        state="withdrawn" if given.withdrawn else "stale" if changes else "current",
        state_words=_state_words(reporter, given, changes),
        changes=() if given.withdrawn else changes,
        rationale=given.rationale,
        digest=given.digest,
    )


def _delegate_for(reporter: Reporter, given: SignOff) -> str:
    """The lead for whom a delegate signed: who led the lane when it was signed."""
    return name(reporter.launch, given.covered.lead) if given.covered.lead != given.word.by else ""


def _state_words(reporter: Reporter, given: SignOff, changes: tuple[str, ...]) -> str:
    if given.withdrawn:
        text = tr("Withdrawn by {name}, {moment}.")
        return text.format(name=reporter.by(given.withdrawn), moment=reporter.at(given.withdrawn))
    if changes:
        return tr("Stale: %n change(s) since it was signed.", "", len(changes))
    return tr("Current: nothing it covers has got worse or been redefined since.")


def waiver_shown(reporter: Reporter, held: Waiver) -> shown.Waiver:
    launch = reporter.launch
    task = launch.tasks.get(held.task)
    state: shown.WaiverState = "asked"
    if held.withdrawn:
        state = "withdrawn"
    elif is_granted(launch, held):
        state = "lapsed" if held.terms.expires < reporter.day else "consented"
    return shown.Waiver(
        lane=lane_name(held.lane),
        gate=task.key if task else "",
        title=task.title if task else tr("a gate that was removed"),
        reason=held.terms.reason,
        compensating=held.terms.compensation,
        expires=terms.day(held.terms.expires),
        asked_by=reporter.by(held.asked),
        asked_at=reporter.at(held.asked),
        consented_by=reporter.by(held.consent),
        consented_at=reporter.at(held.consent),
        reviewer=name(launch, task.reviewer) if task else "",
        reviewer_word=tr("agreed, {moment}").format(moment=reporter.at(held.review)) if held.review else "",
        state=state,
        self_accepted=held.consent is not None and is_self_accepted(launch, held.lane, held.consent, held.asked.by),
    )


def condition_shown(reporter: Reporter, held: Condition) -> shown.Condition:
    launch = reporter.launch
    sign_off = launch.sign_offs.get(held.lane)
    asked_by = sign_off.word.by if sign_off is not None and sign_off.id == held.sign_off else ""
    return shown.Condition(
        lane=lane_name(held.lane),
        key=held.key,
        text=held.text,
        owner=name(launch, held.owner) or name(launch, launch.leads.get(held.lane, "")),
        due=terms.day(held.due),
        late=reporter.late(held.due) if _condition_state(reporter, held) == "overdue" else "",
        covers=tuple(reporter.label(subject) for subject in held.covers),
        accepted_by=reporter.by(held.accepted),
        accepted_at=reporter.at(held.accepted),
        state=_condition_state(reporter, held),
        self_accepted=held.accepted is not None and is_self_accepted(launch, held.lane, held.accepted, asked_by),
    )


def _condition_state(reporter: Reporter, held: Condition) -> shown.ConditionState:
    if held.released:
        return "released"
    if not is_in_force(reporter.launch, held):
        return "withdrawn"
    if is_met(reporter.launch, held):
        return "met"
    if held.due < reporter.day:
        return "overdue"
    return "accepted" if held.accepted else "proposed"


def escalation_shown(reporter: Reporter, held: Escalation) -> shown.Escalation:
    ruling = reporter.launch.ruling
    answer = tr("Withdrawn.") if held.withdrawn else tr("Answered by a later ruling.") if held.ruling else ""
    if ruling is not None and held.ruling == ruling.id:
        position = terms.POSITIONS[ruling.position.value]
        answer = tr("Ruled {position}: {reason}").format(position=position, reason=ruling.reason)
    return shown.Escalation(
        question=held.question,
        by=reporter.by(held.word),
        at=reporter.at(held.word),
        to=name(reporter.launch, reporter.launch.decider),
        respond_by=terms.day(held.respond_by),
        open=not held.ruling and held.withdrawn is None,
        answer=answer,
    )


def ruling_shown(reporter: Reporter, held: Ruling) -> shown.Ruling:
    launch = reporter.launch
    stale = any(regressions(seen, coverage(launch, seen.lane)) for seen in held.covered)
    state: shown.RulingState = "withdrawn" if held.withdrawn else "stale" if stale else "current"
    return shown.Ruling(
        value="go" if held.position is Position.GO else "no-go",
        by=reporter.by(held.word),
        at=reporter.at(held.word),
        reason=held.reason,
        accepts=tuple(reporter.label(subject) for subject in held.accepts),
        state=state,
    )
