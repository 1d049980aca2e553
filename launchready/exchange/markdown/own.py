"""A readiness summary in Markdown, as it was exported or as somebody edited it since: the tasks as they stand there."""

from __future__ import annotations

import html
import re
from pathlib import PurePath

from launchready.exchange.checklist import (
    ChecklistDue,
    ChecklistStatus,
    ChecklistStep,
    ChecklistTask,
    ImportRefused,
    Lane,
    Link,
)
from launchready.exchange.dates import read_due
from launchready.exchange.fields import read_lane
from launchready.exchange.gathering import Gathering
from launchready.exchange.ids import unique
from launchready.exchange.importing import OWN_ORIGIN
from launchready.exchange.products import origin_of
from launchready.exchange.references import without_circles
from launchready.exchange.summary.markdown_tasks import DUE, GO_NO_GO, IDS, NO_AREA, SET_FOR
from launchready.exchange.task_columns import WORKDAYS
from launchready.exchange.understood import Options, Understood

_SUMMARY = re.compile(r"# [^\n]*\n+Readiness summary\b")
_START = re.compile(r"^## All tasks[ \t]*$", re.M)
_BULLET = re.compile(r"(?P<indent>[ \t]*)[-*+][ \t]+(?:\[(?P<box>[ xX])\](?:[ \t]+|$))?(?P<text>.*)")
_KEY = re.compile(r"(?:(?P<key>[^\s,]+), )?(?P<gate>gate|advisory)")
_STATUS = re.compile(r"(?:\W )?(?P<word>to do|in progress|blocked|done|not applicable)\b")
_LABEL = re.compile(r"(?P<label>Why|Acknowledgement|Covered by|Done when|After|Reviewer|Evidence|Notes): ?")
_LINKED = re.compile(r"\[(?P<label>(?:\\.|[^\\\]])*)\]\(<?(?P<link>[^<>\s]*?)>?\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)")
_DOT = " \N{MIDDLE DOT} "
_TOLD = frozenset(("area", "owner", "reviewer", "due", "notes", "done_when", "steps", "prerequisites", "asks"))


def is_own(text: str) -> bool:
    """Whether a text is a summary with its tasks."""
    return _SUMMARY.match(text) is not None and _START.search(text) is not None


def read_own(text: str, file: str, options: Options) -> Understood:
    """The checklist in a summary."""
    gathering = Gathering(file, options)
    reading = _Reading(text, gathering)
    tasks = reading.tasks()
    if not tasks:
        raise ImportRefused("import-launch-empty", {"file": file})
    title = _plain(text[2 : text.index("\n")]) or PurePath(file).stem
    origin = OWN_ORIGIN if reading.ids else origin_of(file)
    return gathering.understood(
        tasks, form="markdown", product=OWN_ORIGIN, title=title, origin=origin, tells=_TOLD, plain_spaced=True
    )


class _Item:
    """A task's box with all that stands below it; texts are still as Markdown has them."""

    def __init__(self, line: int, done: bool, head: str, lane: Lane | None, area: str) -> None:
        self.line, self.done, self.head, self.lane, self.area = line, done, head, lane, area
        self.parts: list[tuple[str, str]] = []
        self.steps: list[ChecklistStep] = []

    def part(self, label: str) -> str:
        return "\n".join(text for said, text in self.parts if said == label)


class _Reading:
    def __init__(self, text: str, gathering: Gathering) -> None:
        self.ids: dict[str, str] = {}
        self._gathering = gathering
        self._items: list[_Item] = []
        self._lane: Lane | None = None
        self._area = ""
        start = _START.search(text)
        self._first = text.count("\n", 0, start.end() if start else 0) + 1
        self._lines = text[start.end() if start else 0 :].split("\n")

    def tasks(self) -> list[ChecklistTask]:
        self._read_lines()
        heads = [item.head.split(_DOT) for item in self._items]
        keys = [match["key"] or "" if (match := _KEY.fullmatch(head[0])) else "" for head in heads]
        known = {key: number for number, key in reversed([*enumerate(keys)]) if key}
        titles = [_title(head) for head in heads]
        names = [self.ids.get(key, key) or title for key, title in zip(keys, titles, strict=True)]
        ids = unique(names)
        firsts = [self._firsts(item, number, known) for number, item in enumerate(self._items)]
        for task, _ in without_circles(firsts):
            self._gathering.warn("import-prerequisite-circle", line=self._items[task].line)
        made = zip(self._items, heads, titles, ids, firsts, strict=True)
        return [
            self._task(item, head, title, id_, tuple(ids[n] for n in needs)) for item, head, title, id_, needs in made
        ]

    def _read_lines(self) -> None:
        lines = iter(enumerate(self._lines, self._first))
        for number, line in lines:
            if line.startswith("## "):
                return
            parts = [line]
            while _is_broken(parts[-1]):
                parts[-1] = parts[-1][:-1]
                parts.append(next(lines, (0, ""))[1].strip())
            self._line(number, "\n".join(parts))

    def _line(self, number: int, line: str) -> None:
        bullet = _BULLET.match(line.partition("\n")[0])
        if line.startswith("### "):
            said = _plain(line[4:].partition(":")[0]).strip()
            self._lane = read_lane(said) or self._gathering.unknown_lane(said, line=number)
        elif line.startswith("#### "):
            self._area = "" if line[5:].strip() == NO_AREA else _plain(line[5:].strip())
        elif line.startswith("<!--"):
            self._read_ids(line)
        elif bullet and number not in self._gathering.options.skip:
            self._bullet(number, line, bullet)
        elif bullet:
            self._gathering.skip(f"line {number}", "said", _plain(bullet["text"]))

    def _read_ids(self, line: str) -> None:
        said = line.removeprefix("<!--").removesuffix("-->").strip()
        if said.startswith(IDS):
            pairs = (pair.split() for pair in said.removeprefix(IDS).split(","))
            self.ids.update((pair[0], pair[1]) for pair in pairs if len(pair) == 2)

    def _bullet(self, number: int, line: str, bullet: re.Match[str]) -> None:
        text = line[bullet.start("text") :]
        done = bullet["box"] in ("x", "X")
        if not bullet["indent"]:
            if bullet["box"]:
                self._items.append(_Item(number, done, text, self._lane, self._area))
            else:
                self._gathering.skip(f"line {number}", "no-box", _plain(text))
        elif self._items and bullet["box"]:
            if step := _plain(text):
                self._items[-1].steps.append(ChecklistStep(text=step, done=done))
        elif self._items:
            label = _LABEL.match(text)
            self._items[-1].parts.append((label["label"], text[label.end() :]) if label else ("Notes", text))

    def _task(self, item: _Item, head: list[str], title: str, id_: str, needs: tuple[str, ...]) -> ChecklistTask:
        key = _KEY.fullmatch(head[0])
        status = self._status(item, head)
        owner, due = _owner_and_due(head)
        area = item.area if self._gathering.options.area is None else self._gathering.options.area
        lane = self._gathering.lane(title, area, owner, item.lane)
        return ChecklistTask(
            title=title,
            done=status == "done",
            id=id_,
            status=status,
            why=_plain(item.part("Why")),
            gating=key["gate"] == "gate" if key else None,
            done_when=_plain(item.part("Done when")),
            prerequisites=needs,
            lane=lane,
            lane_said=item.lane is not None,
            area=area,
            owner=owner,
            reviewer=_plain(item.part("Reviewer")),
            asks=bool(item.part("Acknowledgement")) and lane != "joint",
            due=due,
            notes=_plain(item.part("Notes")),
            steps=tuple(item.steps),
            links=tuple(_link(text) for label, text in item.parts if label == "Evidence"),
            place=f"line {item.line}",
        )

    def _status(self, item: _Item, head: list[str]) -> ChecklistStatus | None:
        """The word, but the box where the two are at odds: it is what people tick."""
        match = _STATUS.match(head[-1]) if len(head) > 1 else None
        if match is None or (match["word"] == "done") != item.done:
            return "done" if item.done else "to-do" if match else None
        return self._gathering.status(match["word"], f"line {item.line}")

    def _firsts(self, item: _Item, number: int, known: dict[str, int]) -> list[int]:
        said = [part for each in _plain(item.part("After")).split(",") if (part := each.strip())]
        for part in said:
            if part not in known:
                self._gathering.warn("import-prerequisite-unknown", line=item.line, said=part[:80])
        return list(dict.fromkeys(known[part] for part in said if known.get(part, number) != number))


def _is_broken(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _title(head: list[str]) -> str:
    said = head[1] if len(head) > 1 and _KEY.fullmatch(head[0]) else head[0]
    bold = said.startswith("**") and said.endswith("**") and len(said) > 4
    return _plain(said[2:-2] if bold else said)


def _owner_and_due(head: list[str]) -> tuple[str, ChecklistDue | None]:
    """What stands between the title and the status."""
    between = head[2:-1]
    due = DUE.fullmatch(between[-1]) if between else None
    owner = between[0] if between and (due is None or len(between) > 1) else ""
    return _plain(owner), _due(due) if due else None


def _due(match: re.Match[str]) -> ChecklistDue | None:
    said = [part for part in match["rest"].split(", ") if part and not part.startswith("**")]
    if not said:
        return read_due(match["day"]).due
    if said[0] == GO_NO_GO:
        return read_due(said[1].removeprefix(SET_FOR)).due if len(said) > 1 else None
    due = read_due(said[0].removesuffix(WORKDAYS)).due
    if due is not None and due.offset is not None and said[0].endswith(WORKDAYS):
        return ChecklistDue(offset=due.offset, workday=True)
    return due


def _link(text: str) -> Link:
    head, _, note = text.partition("\n")
    first, *parts = head.split(_DOT)
    linked = _LINKED.fullmatch(first)
    label, link = (linked["label"], html.unescape(linked["link"])) if linked else (first, "")
    found = Link(_plain(label), link, _plain(note))
    for part in parts:
        word, _, said = part.partition(" ")
        day = read_due(_plain(said)).due if word == "on" else None
        if word == "at":
            found = found._replace(link=_plain(said))
        elif day is not None and day.date is not None:
            found = found._replace(date=day.date)
        elif word == "build":
            found = found._replace(build=_plain(said))
        else:
            found = found._replace(note="\n".join(filter(None, (_plain(part), found.note))))
    return found


def _plain(text: str) -> str:
    """Text as it was before it was escaped."""
    return _ESCAPED.sub(lambda match: match[1] or html.unescape(match[2]), text)
