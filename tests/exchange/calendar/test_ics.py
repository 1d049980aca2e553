"""The calendar, as icalendar reads it back."""

from __future__ import annotations

import datetime as dt

import msgspec
from icalendar import Calendar, Event

from launchready.exchange.calendar import ics as calendar_ics
from launchready.exchange.export import Export, export_of
from launchready.launch.model import CallOff, Due, Status, Task, Word
from launchready.launch.schedule import due_date
from tests.exchange import sample_exports as samples


def _events(export: Export) -> dict[str, Event]:
    calendar = Calendar.from_ical(calendar_ics.write(export))
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(list(calendar.walk("VEVENT")))
    return found


def _named(events: dict[str, Event], what: str) -> Event:
    return next(event for uid, event in events.items() if uid.startswith(f"{what}@"))


def test_every_due_task_has_its_day() -> None:
    export = samples.decided()
    events = _events(export)
    for task in export.launch.tasks.values():
        due = due_date(export.launch, task)
        if due is not None:
            event = _named(events, task.id)
            assert event["DTSTART"].dt == due
            assert event["DTEND"].dt == due + dt.timedelta(days=1)
            assert task.key in str(event["SUMMARY"])


def test_launch_day_has_its_time_and_zone() -> None:
    export = samples.with_tasks(zone="Europe/Berlin", time="17:30", date=dt.date(2026, 12, 8))
    calendar = Calendar.from_ical(calendar_ics.write(export))
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    launch = _named(_events(export), "launch")
    assert launch["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert launch["DTSTART"].dt.astimezone(dt.UTC) == dt.datetime(2026, 12, 8, 16, 30, tzinfo=dt.UTC)
    assert launch["TRANSP"] == "OPAQUE"


def test_the_go_no_go_and_the_checkpoint_stand_in_it() -> None:
    events = _events(samples.decided())
    assert _named(events, "go-no-go")["DTSTART"].dt == dt.date(2026, 12, 5)
    assert _named(events, "checkpoint")["DTSTART"].dt == dt.date(2026, 12, 7)
    assert any(str(event["SUMMARY"]).startswith("CD-1 ") for event in events.values())


def test_a_later_export_updates_what_is_there() -> None:
    before, after = _events(samples.midway()), _events(samples.decided())
    assert before.keys() <= after.keys()
    for uid, event in before.items():
        assert int(after[uid]["SEQUENCE"]) >= int(event["SEQUENCE"])
        assert after[uid]["DTSTAMP"].dt > event["DTSTAMP"].dt
        if after[uid]["SUMMARY"] != event["SUMMARY"]:
            assert int(after[uid]["SEQUENCE"]) > int(event["SEQUENCE"])


def test_a_moved_launch_moves_every_event_on() -> None:
    export = samples.decided()
    moved = msgspec.structs.replace(export.launch, date=export.launch.date + dt.timedelta(days=7))
    events = _events(export_of(moved, export.entries, samples.AT))
    assert _named(events, "launch")["DTSTART"].dt.date() == dt.date(2026, 12, 15)
    assert events.keys() == _events(export).keys()


def test_what_is_over_says_so() -> None:
    tasks = (
        Task(id="done", key="PM-1", title="Done", lane="pm", position=1, due=Due(offset=-3), status=Status.DONE),
        Task(id="no", key="PM-2", title="No", lane="pm", position=2, due=Due(offset=-3), status=Status.NOT_APPLICABLE),
        Task(id="lift", key="PM-3", title="Embargo lifts", lane="pm", position=3, due=Due(date=dt.date(2026, 12, 24))),
        Task(id="free", key="PM-4", title="Some day", lane="pm", position=4),
    )
    events = _events(samples.with_tasks(*tasks))
    assert str(_named(events, "done")["SUMMARY"]) == "✓ PM-1 Done"
    assert _named(events, "no")["STATUS"] == "CANCELLED"
    assert _named(events, "lift")["CATEGORIES"].to_ical() == b"Fixed date"
    assert "stays when the launch moves" in str(_named(events, "lift")["DESCRIPTION"])
    assert not [uid for uid in events if uid.startswith("free@")]


def test_a_launch_called_off_cancels_all() -> None:
    off = CallOff(word=Word(by="", at=samples.AT), reason="No budget")
    export = msgspec.structs.replace(samples.decided().launch, called_off=off)
    events = _events(export_of(export, (), samples.AT))
    assert {str(event["STATUS"]) for event in events.values()} == {"CANCELLED"}


def test_text_stays_text() -> None:
    export = samples.hostile()
    made = calendar_ics.write(export)
    assert made.count(b"BEGIN:VEVENT\r\n") == len(_events(export))
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert b"\r\n" not in made.replace(b"\r\n", b"").replace(b"\n", b"\r\n")


def test_the_first_and_the_last_day_of_all_are_days_too() -> None:
    for day in (dt.date(2, 1, 1), dt.date.max):
        assert _events(samples.with_tasks(date=day, zone="Europe/Berlin"))
