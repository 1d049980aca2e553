"""Tasks of the sample launch, in all states."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from launchready.exchange.report.report import Evidence, Step, Task

LAUNCH = date(2026, 12, 8)
OPEN = {"PM-18": "in progress", "PM-21": "blocked", "PMM-11": "blocked", "PMM-9": "in progress"}


def _day(offset: int) -> str:
    day = LAUNCH + timedelta(days=offset)
    return f"{day:%a} {day.day} {day:%b}"


def _evidence(key: str, title: str) -> tuple[Evidence, ...]:
    if key == "PM-9":
        return (
            Evidence(
                label="Load test, 3 × expected peak",
                link="https://tests.example.com/atlas/load/118",
                note="p95 410 ms",
                date="18 Nov",
                build="3.0.118",
            ),
            Evidence(label="Profile", link="https://tests.example.com/atlas/profile", date="18 Nov", build="3.0.117"),
        )
    if key in ("PM-4", "PM-8", "PMM-6"):
        link = f"https://docs.example.com/atlas/{key.lower()}"
        return (Evidence(label=title, link=link, date="12 Nov", build="3.0.110"),)
    return ()


def _task(key: str, lane: str, title: str, days: str, kind: str, area: str, done_when: str, owner: str) -> Task:
    offset, gating = int(days), kind == "gate"
    status = OPEN.get(key) or ("done" if offset <= -14 and key != "PM-16" else "to do")
    ack = "Acknowledged by Dana Ruiz, 9 Nov" if key in ("PM-6", "PM-1") else ""
    late = {"PM-21": "3 d late", "PMM-11": "2 d late", "PMM-9": "5 d late"}.get(key, "")
    return Task(
        key=key,
        title=title,
        done_when=done_when,
        lane=lane,  # type: ignore[arg-type]
        area=area,
        owner=owner,
        due=_day(offset),
        offset=f"T−{-offset}" if offset < 0 else f"T+{offset}",
        late=late,
        gating=gating,
        open_gate=gating and status != "done",
        status=status,  # type: ignore[arg-type]
        why={
            "PM-21": "Data export fails over 2 GB; vendor fix due 27 Nov",
            "PMM-11": "Forrester slot not confirmed",
        }.get(key, ""),
        acknowledgement="Awaiting PMM" if key == "PM-16" else ack,
        covered={"PMM-11": "Condition C-1", "PMM-15": "Waived until 15 Jan"}.get(key, ""),
        reviewer="Legal, R. Osei" if key in ("PM-7", "PMM-23") else "",
        prerequisites=("PM-9", "PM-11") if key == "PM-17" else (),
        evidence=_evidence(key, title),
        notes="Staging first.\nProduction after the freeze." if key == "PM-18" else "",
        steps=(Step(text="Deck reviewed", done=True), Step(text="Talk track recorded")) if key == "PMM-9" else (),
    )


def tasks() -> tuple[Task, ...]:
    """The tier 1 checklist of the design, from the table beside this file."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_task(*line.split("\t")) for line in lines)
