"""The launch's own fields in one dialog. Only what was typed anew is written, so that nobody's edit is overwritten."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from PySide6.QtWidgets import QWidget

from launchready.desktop import days, dues
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.dialogs import FormDialog
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.launch.changes.launch import TIERS
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch
from launchready.wording.language import tr


def as_typed(launch: Launch) -> dict[str, str]:
    """Each field as it is typed."""
    return {
        "name": launch.name,
        "tier": str(launch.tier),
        "date": days.as_typed(launch.date),
        "time": launch.time,
        "zone": launch.zone,
        "go_no_go": days.due_as_typed(launch.go_no_go),
        "build": launch.build,
    }


def launch_details(parent: QWidget, bridge: LaunchBridge) -> FormDialog:
    """Name, tier, dates, time, zone and release build."""
    shown = as_typed(bridge.launch)
    tiers = tuple((str(tier), tr("Tier {tier}").format(tier=tier)) for tier in TIERS)
    asks = (
        Ask("name", tr("Name"), shown["name"]),
        Ask("tier", tr("Tier"), shown["tier"], choices=tiers),
        Ask("date", tr("Launch date"), shown["date"], "2026-12-08"),
        Ask("go_no_go", tr("Go/no-go"), shown["go_no_go"], tr("T-3 or a date")),
        Ask("time", tr("Time of day"), shown["time"], "09:00"),
        Ask("zone", tr("Time zone"), shown["zone"], "Europe/Berlin", names=tuple(sorted(available_timezones()))),
        Ask("build", tr("Release build"), shown["build"], "3.0.118"),
    )

    def submit(values: Values, say: Say) -> bool:
        fields = _read({key: text for key, text in values.items() if text != shown[key]}, say)
        if fields is None:
            return False
        heard: list[str] = []

        def answer(text: str) -> None:
            heard.append(text)
            say(text)

        def build(draft: Draft) -> None:
            draft.edit_launch(**fields)

        bridge.make(build, answer)
        return not heard

    about = tr(
        "Due dates counted from launch day move with it; fixed ones stay. A sign-off covers date and tier, and PM's "
        "covers the build: changing them makes it stale."
    )
    return FormDialog(parent, tr("Launch details"), asks, tr("Save the details"), submit, about)


def _read(values: Values, say: Say) -> dict[str, Any] | None:
    """What was typed as values of the launch; None, and says why, where something can't be read."""
    fields: dict[str, Any] = dict(values)
    if "tier" in values:
        fields["tier"] = int(values["tier"])
    if "date" in values:
        fields["date"] = days.parse_date(values["date"])
        if fields["date"] is None:
            say(tr("“{text}” is no date: write it as 2026-12-08.").format(text=values["date"]))
            return None
    if "go_no_go" in values:
        try:
            due = dues.parse(values["go_no_go"])
        except dues.Unclear:
            due = None
        if due is None:
            say(tr("“{text}” is no go/no-go date: write it as T-3 or 2026-12-05.").format(text=values["go_no_go"]))
            return None
        fields["go_no_go"] = due
    return fields
