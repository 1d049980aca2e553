"""A piece of evidence as it is asked for and shown, whether it stands on a task or proves a claim."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.launch.model import Evidence
from launchready.wording.language import tr

SCHEMES = ("http", "https", "mailto")


def can_open(link: str) -> bool:
    """Whether a link may be opened by a click: only http, https and mailto ever are."""
    url = QUrl(link.strip(), QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().lower() in SCHEMES and bool(url.host() or url.scheme().lower() == "mailto")


def asks(bridge: LaunchBridge, item: Evidence | None = None) -> tuple[Ask, ...]:
    """What is asked of a new piece, or of one that is replaced."""
    build = item.build if item else bridge.launch.build
    date = item.date if item else bridge.today
    return (
        Ask("label", tr("What it is"), item.label if item else ""),
        Ask("link", tr("Link"), item.link if item else "", "https://…"),
        Ask("note", tr("Note"), item.note if item else ""),
        Ask("build", tr("Taken on build"), build),
        Ask("date", tr("Taken on"), days.as_typed(date) if date else "", "2026-12-08"),
    )


def is_dated(values: Values, say: Say) -> bool:
    """Whether its date is one, or left out; else `say` hears that it is none."""
    if values["date"] and days.parse_date(values["date"]) is None:
        say(tr("“{text}” is no date: write it as 2026-12-08.").format(text=values["date"]))
        return False
    return True


def evidence(values: Values, id_: str) -> Evidence:
    """The piece as it was typed."""
    texts = {name: values[name] for name in ("label", "link", "note", "build")}
    return Evidence(id=id_, date=days.parse_date(values["date"]) if values["date"] else None, **texts)


def details(item: Evidence) -> list[str]:
    """What stands below its label: its link only where a click doesn't open it."""
    parts = (
        item.build and tr("build {build}").format(build=item.build),
        days.day(item.date, year=True) if item.date else "",
        item.note,
        item.link if item.link and not can_open(item.link) else "",
    )
    return [part for part in parts if part]
