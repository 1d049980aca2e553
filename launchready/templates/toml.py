"""A template as TOML, in the form that `parsing` reads and people can go on editing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from launchready.templates.model import Due, Template, TemplateActivity, TemplateTask, written_due

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_UNESCAPED = re.compile("[\x7f\ud800-\udfff]")


def toml_of(template: Template) -> str:
    """The text of a template file. Reading it back gives the same template, but for its name."""
    parts = [_head(template), *(_task(task) for task in template.tasks), *(_activity(row) for row in template.raci)]
    return "\n".join(parts)


def _head(template: Template) -> str:
    lines = [f"title = {_text(template.title)}"]
    if template.description:
        lines.append(f"description = {_text(template.description)}")
    if template.parties:
        lines.append(f"parties = {_list(template.parties)}")
    lines += [
        "",
        "[go_no_go]",
        *(f'{tier} = "{written_due(days)}"' for tier, days in sorted(template.go_no_go.items())),
    ]
    return "\n".join(lines) + "\n"


def _task(task: TemplateTask) -> str:
    given = (
        ("id", task.id),
        ("title", task.title),
        ("done_when", task.done_when),
        ("lane", task.lane),
        ("area", task.area),
        ("owner", task.owner_role),
        ("reviewer", task.reviewer),
    )
    lines = ["[[tasks]]", *(f"{key} = {_text(value)}" for key, value in given if value)]
    if task.acknowledged:
        lines.append("acknowledged = true")
    lines += [*_dues(task.tiers)]
    lists = (("prerequisites", task.prerequisites), ("steps", task.steps))
    lines += [f"{key} = {_list(values)}" for key, values in lists if values]
    if task.notes:
        lines.append(f"notes = {_text(task.notes)}")
    return "\n".join(lines) + "\n"


def _dues(tiers: dict[int, Due]) -> Iterator[str]:
    """One due where all tiers are alike, else one a tier."""
    dues = set(tiers.values())
    if len(dues) == 1 and len(tiers) == 3:
        due = dues.pop()
        yield f'due = "{written_due(due.days)}"'
        if due.gating:
            yield "gating = true"
        if due.workday:
            yield "workday = true"
        return
    for tier, due in sorted(tiers.items()):
        workday = " workday" if due.workday else ""
        yield f'tiers.{tier} = "{written_due(due.days)} {"gating" if due.gating else "advisory"}{workday}"'


def _activity(row: TemplateActivity) -> str:
    letters = ", ".join(f"{_key(party)} = {_text(letter)}" for party, letter in row.letters.items())
    lines = ["[[raci]]", f"activity = {_text(row.name)}", f"letters = {{ {letters} }}"]
    given = (("input_expected", row.input_expected), ("escalates_to", row.escalates_to))
    lines += [f"{key} = {_text(value)}" for key, value in given if value]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _list(values: Iterable[str]) -> str:
    return "[" + ", ".join(_text(value) for value in values) + "]"


def _text(value: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for DEL; halves of characters have none."""
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNESCAPED.sub(lambda sign: "\\u007F" if sign[0] == "\x7f" else "\\uFFFD", quoted)
