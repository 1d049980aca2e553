"""What a column or a labelled line holds, by the headings that people give it."""

import re
from typing import Literal

from launchready.exchange.checklist import Lane

Field = Literal["title", "owner", "due", "notes", "status", "lane", "area", "link"]

HEADINGS: dict[Field, str] = {
    "title": """task, tasks, task name, task title, title, name, item, items, check, checklist item, action, action
        item, activity, deliverable, initiative, requirement, criteria, criterion, what, to do, todo, step, milestone,
        summary""",
    "owner": """owner, owners, task owner, assignee, assignees, assigned, assigned to, responsible, responsibility, dri,
        lead, who, accountable, resourcing, resource, point person, poc, contact, r, team""",
    "due": """due, due date, due by, deadline, date, target, target date, target_date, when, timing, eta, by when, by,
        end date, completion date, date due""",
    "notes": """note, notes, comment, comments, description, details, detail, remarks, descr, how, why""",
    "status": """status, state, done, complete, completed, progress, check, result, [ ], done?""",
    "lane": """lane, pm/pmm, pm / pmm, function""",
    "area": """area, category, phase, section, workstream, group, stage, track""",
    "link": """link, links, url, evidence, reference, references, doc, document""",
}

_LANES: dict[str, Lane] = {
    "pm": "pm",
    "product": "pm",
    "product management": "pm",
    "product manager": "pm",
    "pmm": "pmm",
    "marketing": "pmm",
    "product marketing": "pmm",
    "product marketing manager": "pmm",
    "joint": "joint",
    "both": "joint",
    "pm/pmm": "joint",
    "pm & pmm": "joint",
    "pm and pmm": "joint",
}

_FIELD_BY_HEADING: dict[str, Field] = {}
for _field, _headings in HEADINGS.items():
    for _heading in _headings.split(","):
        _FIELD_BY_HEADING.setdefault(" ".join(_heading.split()), _field)


def field_of(heading: str) -> Field | None:
    """The field that a heading names ("Task Owner", "Owner(s)", "**Due date:**"), or None for an unknown one."""
    plain = re.sub(r"\((?:s|e?s|if any|optional)\)", "", heading[:80].lower()).strip(" *_:#\t")
    return _FIELD_BY_HEADING.get(" ".join(plain.split()))


def read_lane(text: str) -> Lane | None:
    """The lane that a cell names outright, or None."""
    return _LANES.get(" ".join(text[:80].lower().replace(" / ", "/").split()))
