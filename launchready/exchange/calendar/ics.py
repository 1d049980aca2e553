"""The launch as a calendar: launch day, the go/no-go, due tasks, conditions, the next checkpoint.

Each event keeps its UID, so that a calendar that imports a later export updates what it has and adds no second copy.
SEQUENCE and LAST-MODIFIED come from the log: they move when something that the event is made of was changed. What is
over stays in: done with a tick, not applicable and called off as cancelled, or an earlier copy of it would linger.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from launchready.exchange.calendar.changes import Touched, touched
from launchready.exchange.export import Export
from launchready.exchange.report.report import Report
from launchready.exchange.summary.words import GLYPHS, LANES, STATUS_MARKS, VERDICT_MARKS, cleaned, sentence_parts
from launchready.exchange.task_columns import Row, rows
from launchready.launch.model import Launch, Status
from launchready.launch.schedule import go_no_go_date

if TYPE_CHECKING:
    from icalendar import Calendar, Event

PRODUCT = "-//Launchready//Launch calendar//EN"
LAUNCH_HOURS = 1


class Occasion(Struct, frozen=True, kw_only=True):
    """An event before it is one: `start` is a day, or an aware moment that lasts an hour.

    `subject` is the id of what it is about, by which the log tells when that changed.
    """

    uid: str
    subject: str
    start: dt.date
    title: str
    lines: tuple[str, ...]
    kind: str
    busy: bool = False
    cancelled: bool = False


def write(export: Export) -> bytes:
    """The calendar, with the time zone that it uses spelled out."""
    from icalendar import Calendar

    report = cleaned(export.report)
    name = report.name or "Unnamed launch"
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", export.launch.zone)
    changes = touched(export.entries)
    for occasion in _occasions(export, report):
        calendar.add_component(_event(occasion, changes.get(occasion.subject, Touched()), export.now))
    _add_zone(calendar, export.launch)
    made: bytes = calendar.to_ical()
    return made


def _add_zone(calendar: Calendar, launch: Launch) -> None:
    """The zone's rules in the years around the launch. UTC needs none, and at the end of all days there are none."""
    from icalendar import Timezone

    if launch.zone == "UTC" or launch.date.year > dt.MAXYEAR - 2:
        return
    first = dt.date(max(launch.date.year - 1, 1), 1, 1)
    last = dt.date(launch.date.year + 1, 12, 31)
    zone = Timezone.from_tzinfo(ZoneInfo(launch.zone), tzid=launch.zone, first_date=first, last_date=last)
    calendar.subcomponents.insert(0, zone)


def _event(occasion: Occasion, changes: Touched, now: dt.datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", occasion.uid)
    event.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
    event.add("sequence", changes.times)
    if changes.last is not None:
        event.add("last-modified", changes.last)
    event.add("dtstart", occasion.start)
    if occasion.start.year < dt.MAXYEAR:
        timed = isinstance(occasion.start, dt.datetime)
        event.add("dtend", occasion.start + (dt.timedelta(hours=LAUNCH_HOURS) if timed else dt.timedelta(days=1)))
    event.add("summary", occasion.title)
    event.add("description", "\n".join(line for line in occasion.lines if line))
    event.add("categories", [occasion.kind])
    event.add("status", "CANCELLED" if occasion.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if occasion.busy else "TRANSPARENT")
    return event


def _occasions(export: Export, report: Report) -> Iterator[Occasion]:
    launch = export.launch
    off = launch.called_off is not None
    yield _launch_day(launch, report, off)
    yield _go_no_go(launch, report, off)
    if launch.recorded is not None and launch.recorded.next_checkpoint is not None:
        yield Occasion(
            uid=_uid(launch, "checkpoint"),
            subject=launch.id,
            start=launch.recorded.next_checkpoint,
            title=f"{report.name}: next checkpoint",
            lines=(_verdict(report),),
            kind="Checkpoint",
            cancelled=off,
        )
    yield from (_task(launch, report, row, off) for row in rows(export, report) if row.due is not None)
    yield from _conditions(launch, report, off)


def _uid(launch: Launch, what: str) -> str:
    return f"{what}@{launch.id or 'unnamed'}.launchready"


def _verdict(report: Report) -> str:
    verdict = report.verdict
    return f"{GLYPHS[VERDICT_MARKS[verdict.value]]} {sentence_parts(verdict.title, verdict.why, between=': ')}"


def _launch_day(launch: Launch, report: Report, off: bool) -> Occasion:
    hour, minute = map(int, launch.time.split(":"))
    return Occasion(
        uid=_uid(launch, "launch"),
        subject=launch.id,
        start=dt.datetime.combine(launch.date, dt.time(hour, minute), ZoneInfo(launch.zone)),
        title=f"{report.name}: launch",
        lines=(f"Tier {report.tier}", f"Release build {report.build}" if report.build else "", _verdict(report)),
        kind="Launch",
        busy=True,
        cancelled=off,
    )


def _go_no_go(launch: Launch, report: Report, off: bool) -> Occasion:
    leads = (f"{LANES[lane.lane]}: {lane.lead}" for lane in report.lanes if lane.lead)
    decider = f"If the leads differ, {report.decider} decides." if report.decider else ""
    return Occasion(
        uid=_uid(launch, "go-no-go"),
        subject=launch.id,
        start=go_no_go_date(launch),
        title=f"{report.name}: go/no-go",
        lines=(*leads, decider, _verdict(report)),
        kind="Go/no-go",
        cancelled=off,
    )


def _task(launch: Launch, report: Report, row: Row, off: bool) -> Occasion:
    task, shown = row.task, row.shown
    fixed = task.due is not None and task.due.date is not None
    sign = {"done": "✓ ", "blocked": "■ "}.get(shown.status, "")
    return Occasion(
        uid=_uid(launch, task.id),
        subject=task.id,
        start=row.due or launch.date,
        title=f"{sign}{shown.key} {shown.title}",
        lines=(
            sentence_parts(report.name, LANES[shown.lane], shown.area),
            sentence_parts("Gate" if shown.gating else "Advisory", f"owner {shown.owner}" if shown.owner else ""),
            f"{GLYPHS[STATUS_MARKS.get(shown.status, 'waiting')]} {shown.status}"
            + (f": {shown.why}" if shown.why else ""),
            f"Done when: {shown.done_when}" if shown.done_when else "",
            "Fixed date: it stays when the launch moves." if fixed else "",
        ),
        kind="Fixed date" if fixed else "Due",
        cancelled=off or task.status is Status.NOT_APPLICABLE,
    )


def _conditions(launch: Launch, report: Report, off: bool) -> Iterator[Occasion]:
    held = sorted(launch.conditions.values(), key=lambda one: (one.position, one.id))
    for condition, shown in zip(held, report.conditions, strict=True):
        sign = "✓ " if shown.state == "met" else ""
        yield Occasion(
            uid=_uid(launch, condition.id),
            subject=condition.id,
            start=condition.due,
            title=f"{sign}{shown.key} {shown.text}",
            lines=(f"{report.name}: condition of {LANES[shown.lane]}'s sign-off", f"owner {shown.owner}", shown.state),
            kind="Condition",
            cancelled=off or shown.state in ("released", "withdrawn"),
        )
