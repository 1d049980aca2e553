"""Whose export a table is, by the columns that only that product writes; and what its tasks' ids belong to."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath

_MARKS: tuple[tuple[str, tuple[frozenset[str], ...]], ...] = (
    ("launchready", (frozenset(("key", "title", "lane", "due as set", "gating", "id")),)),
    (
        "jira",
        (
            frozenset(("issue key",)),
            frozenset(("summary", "issue type", "status")),
            frozenset(("vorgangsschlüssel",)),
            frozenset(("clé de ticket",)),
            frozenset(("clave de incidencia",)),
            frozenset(("ключ проблемы",)),
        ),
    ),
    (
        "asana",
        (
            frozenset(("task id", "name", "section/column")),
            frozenset(("task id", "name", "completed at")),
            frozenset(("name", "section/column", "assignee email")),
        ),
    ),
    ("planner", (frozenset(("task name", "bucket name")), frozenset(("aufgabenname", "bucketname")))),
    (
        "clickup",
        (
            frozenset(("task name", "list (clickup)")),
            frozenset(("task name", "task content")),
            frozenset(("task name", "list name", "space name")),
            frozenset(("task name", "task custom id")),
            frozenset(("task name", "task assignee(s)")),
        ),
    ),
    ("trello", (frozenset(("card id", "card name")), frozenset(("card name", "list name")))),
    ("monday", (frozenset(("name", "subitems")), frozenset(("name", "item id (auto generated)")))),
    ("project", (frozenset(("task mode", "task name")), frozenset(("task name", "resource names")))),
    (
        "smartsheet",
        (
            frozenset(("task name", "predecessors", "% complete", "assigned to")),
            frozenset(("primary column",)),
            frozenset(("task name", "duration", "predecessors", "% complete")),
        ),
    ),
)
NAMES = {
    "jira": "Jira",
    "asana": "Asana",
    "clickup": "ClickUp",
    "planner": "Microsoft Planner",
    "trello": "Trello",
    "monday": "Monday",
    "project": "Microsoft Project",
    "smartsheet": "Smartsheet",
    "github": "GitHub",
    "launchready": "Launchready",
}
_OWN_IDS = frozenset(("launchready", "jira", "asana", "clickup", "planner", "trello", "monday"))
_COPY = re.compile(r"(?:\s*\(\d{1,3}\)|[ _-]+copy(?:[ _-]?\d{1,3})?)$", re.I)


def product_of(headers: Collection[str]) -> str:
    """The product, or `plan`."""
    names = {header.casefold() for header in headers}
    for product, marks in _MARKS:
        if any(mark <= names for mark in marks):
            return product
    return "plan"


def origin_of(file: str, product: str = "plan", *, has_ids: bool = False) -> str:
    """What ids belong to: the product where it gave them, else the file, as it was called before a second download."""
    if has_ids and product in _OWN_IDS:
        return product
    name = PurePath(file.replace("\\", "/")).name or file
    stem, dot, suffix = name.rpartition(".")
    return _COPY.sub("", stem) + dot + suffix if dot and stem else name
