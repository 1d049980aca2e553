"""The tasks in the readiness summary as Markdown: boxes for people, and for a reader that takes the same tasks back.

    - [ ] PM-9, gate · **Load and performance** · L. Haddad · 17 Nov 2026, T−21 · ◐ in progress
      - Done when: results at expected peak
      - Evidence: [Load test](<https://ci.example/7>) · on 18 Nov 2026 · build 3.0.118\\
        what the note says, each line after a break
      - [x] a step

Where a due has `T−21` that was set, and the day is what it comes to; alone, the day was set. `go/no-go` is the day that
a gate gets that has none or a later one. A dot between parts never stands in a text: there it is `&middot;`. A comment
at the end holds the tasks' ids, by which a file that was edited updates the tasks it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from launchready.exchange.export import Export
from launchready.exchange.report.lists import by_area
from launchready.exchange.report.report import Evidence, Report, Task
from launchready.exchange.summary.words import GLYPHS, LANES, STATUS_MARKS, counted, safe_link
from launchready.launch.model import Due
from launchready.wording import terms

NO_AREA, GO_NO_GO, SET_FOR, NO_EVIDENCE = "No area", "go/no-go", "set for ", "no evidence"
DAY = r"\d{1,2} [A-Z][a-z]{2} \d{4}"
DUE = re.compile(rf"(?:[A-Z][a-z]{{2}} )?(?P<day>{DAY})(?P<rest>(?:, [^,]+)*)")
IDS = "ids:"

_DOT = "\N{MIDDLE DOT}"
_INLINE = re.compile(r"([\\`*\[\]<>|~$])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_LEADING = re.compile(r"^(\s*)([#+=-])|^(\s*\d{1,9})([.)])(?=\s|$)")
_SAFE_ID = re.compile(r"\w(?:[\w.:]|-(?!-)){0,63}")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: nothing in it makes a link, a tag, a table cell, a list or a heading."""
    inert = _INLINE.sub(lambda found: "\\" + found.group(0), " ".join(text.split()))
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}", inert)


def tasks_markdown(export: Export, report: Report) -> Iterator[str]:
    """The lanes, areas and tasks of a cleaned report, each a part of its own."""
    held = {task.key: task for task in by_area(export.launch)}
    for lane, name in LANES.items():
        tasks = [task for task in report.tasks if task.lane == lane]
        if tasks:
            done = sum(task.status == "done" for task in tasks)
            yield f"### {name}: {done} of {counted(len(tasks), 'task')} done"
        areas: dict[str, list[str]] = {}
        for task in tasks:
            due = held[task.key].due if task.key in held else None
            areas.setdefault(task.area, []).extend(_task(task, due, known=task.key in held))
        for area, lines in areas.items():
            yield f"#### {_apart(_text(area), re.compile(NO_AREA)) or NO_AREA}"
            yield "\n".join(lines)
    ids = [f"{key} {task.id}" for key, task in held.items() if _SAFE_ID.fullmatch(key) and _SAFE_ID.fullmatch(task.id)]
    if ids:
        yield f"<!-- {IDS} {', '.join(ids)} -->"


def _task(task: Task, due: Due | None, *, known: bool) -> Iterator[str]:
    gate = "gate" if task.gating else "advisory"
    status = f"{GLYPHS[STATUS_MARKS.get(task.status, 'waiting')]} {task.status}"
    parts = (
        f"{_text(task.key)}, {gate}" if task.key else gate,
        f"**{_text(task.title)}**",
        _apart(_text(task.owner), DUE),
        ", ".join(filter(None, (_due(task, due, known=known), f"**{_text(task.late)}**" if task.late else ""))),
        f"{status}, {NO_EVIDENCE}" if task.status == "done" and not task.evidence else status,
    )
    yield f"- [{'x' if task.status == 'done' else ' '}] " + f" {_DOT} ".join(filter(None, parts))
    yield from _labelled("Why", _lines(task.why))
    yield from _labelled("Acknowledgement", _text(task.acknowledgement))
    yield from _labelled("Covered by", _text(task.covered))
    yield from _labelled("Done when", _lines(task.done_when))
    yield from _labelled("After", _text(", ".join(task.prerequisites)))
    yield from _labelled("Reviewer", _text(task.reviewer))
    for one in task.evidence:
        yield from _labelled("Evidence", _evidence(one))
    yield from _labelled("Notes", _lines(task.notes))
    yield from (f"  - [{'x' if step.done else ' '}] {_text(step.text)}" for step in task.steps)


def _due(task: Task, due: Due | None, *, known: bool) -> str:
    """The day that counts, and what was set where that is another thing."""
    if not task.due or not known:
        return ", ".join(filter(None, (_text(task.due), _text(task.offset))))
    if due is not None and due.offset is not None:
        return f"{task.due}, {terms.due(due)}"
    if due is not None and terms.due(due) == task.due:
        return task.due
    return f"{task.due}, {GO_NO_GO}" + (f", {SET_FOR}{terms.due(due)}" if due is not None else "")


def _evidence(one: Evidence) -> str:
    label, href = _text(one.label), safe_link(one.link)
    parts = (
        f"[{label or _text(one.link)}](<{href}>)" if href else label,
        f"at {_text(one.link)}" if one.link and not href else "",
        f"on {_text(one.date)}" if one.date else "",
        f"build {_text(one.build)}" if one.build else "",
    )
    head = f" {_DOT} ".join(filter(None, parts))
    return _broken(head, _lines(one.note)) if one.note else head


def _labelled(label: str, text: str) -> Iterator[str]:
    if text:
        yield f"  - {label}: {text}"


def _lines(text: str) -> str:
    first, *rest = text.split("\n")
    return _broken(_text(first), *map(_text, rest))


def _broken(*lines: str) -> str:
    """Lines of one item, each after a break."""
    return "\\\n    ".join(lines)


def _text(text: str) -> str:
    return escaped(text).replace(_DOT, "&middot;")


def _apart(text: str, meaning: re.Pattern[str]) -> str:
    """The text, told apart from what it would mean here: its first sign as a number."""
    return f"&#{ord(text[0])};{text[1:]}" if meaning.fullmatch(text) else text
