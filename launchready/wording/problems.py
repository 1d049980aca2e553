"""What files and templates can be refused for, in words: the file, the place, and what to do instead.

Where that is an option of a verb here and a control of a page there, the sentence leaves it out, and each face adds
its own: `launchready.cli.answers` and `launchready.desktop.answers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from launchready.wording import terms
from launchready.wording.imports import IMPORTS
from launchready.wording.language import QT_TR_NOOP, QT_TRANSLATE_NOOP, Texts, tr
from launchready.wording.stores import STORES

TEMPLATES = {
    "template.syntax": QT_TR_NOOP("{at}, column {column}: this isn't valid TOML: {reason}"),
    "template.too-deep": QT_TR_NOOP("{at}: lists or tables are nested too deep. Write them flat."),
    "template.number-too-long": QT_TR_NOOP("{at}, column {column}: this number has too many digits."),
    "template.not-utf-8": QT_TR_NOOP("{at}, column {column}: this isn't UTF-8 text. Save the file as UTF-8."),
    "template.unknown-key": QT_TR_NOOP("{at}: “{key}” isn't known here. Allowed: {allowed}.{hint}"),
    "template.wrong-type": QT_TR_NOOP("{at}: “{key}” must be {expected}, not {found}."),
    "template.empty": QT_TR_NOOP(
        "{at}: the template has no tasks. Add at least one [[tasks]] with title, lane and due."
    ),
    "template.title-missing": QT_TR_NOOP('{at}: this task has no title. Add title = "…".'),
    "template.lane-missing": QT_TR_NOOP("{at}: “{title}” has no lane. Add lane = one of {allowed}."),
    "template.unknown-lane": QT_TR_NOOP("{at}: there is no lane “{value}”. Allowed: {allowed}.{hint}"),
    "template.unknown-owner": QT_TR_NOOP(
        "{at}: a template names its owners by role, not “{value}”. Allowed: {allowed}, or leave it out.{hint}"
    ),
    "template.due-missing": QT_TR_NOOP("{at}: “{title}” has no due date. Write it like {allowed}."),
    "template.due-twice": QT_TR_NOOP(
        "{at}: “{title}” has both tiers and {key}. Keep tiers, or due with gating and workday."
    ),
    "template.bad-due": QT_TR_NOOP("{at}: “{value}” isn't a due date. Write it like {allowed} (up to 999 days)."),
    "template.unknown-tier": QT_TR_NOOP("{at}: there is no tier “{value}”. Allowed: {allowed}.{hint}"),
    "template.gate-after-launch": QT_TR_NOOP(
        "{at}: a task due {due}, after launch, can't be a gate. Make it advisory."
    ),
    "template.gate-after-go-no-go": QT_TR_NOOP(
        "{at}: a gate is due by the go/no-go date ({go_no_go} in tier {tier}), but this "
        "one is due {due}. Move it, make it advisory, or set [go_no_go]."
    ),
    "template.go-no-go-after-launch": QT_TR_NOOP("{at}: the go/no-go can't be after launch ({due})."),
    "template.duplicate-id": QT_TR_NOOP("{at}: the id “{value}” of “{title}” is already that of “{first}”."),
    "template.unknown-prerequisite": QT_TR_NOOP("{at}: {id} needs “{value}” first, but no task has that id.{hint}"),
    "template.prerequisite-cycle": QT_TR_NOOP(
        "{at}: these tasks wait for each other: {cycle}. Remove one prerequisite."
    ),
    "template.duplicate-party": QT_TR_NOOP("{at}: the party “{value}” is listed twice."),
    "template.activity-missing": QT_TR_NOOP('{at}: this RACI row names no activity. Add activity = "…".'),
    "template.duplicate-activity": QT_TR_NOOP("{at}: the activity “{value}” is there twice."),
    "template.unknown-letter": QT_TR_NOOP("{at}: “{value}” for {party} isn't a RACI letter. Allowed: {allowed}."),
    "template.unknown-party": QT_TR_NOOP("{at}: “{value}” isn't among the parties. Listed: {allowed}.{hint}"),
    "template.not-one-accountable": QT_TR_NOOP("{at}: “{activity}” needs exactly one A; it has {accountable}."),
    "template.no-responsible": QT_TR_NOOP("{at}: “{activity}” needs at least one R (AR counts)."),
    "template.unknown": QT_TR_NOOP("There is no template “{file}”. There are: {allowed}.{hint}"),
    "template.missing": QT_TR_NOOP("{file}: there is no such file."),
    "template.folder": QT_TR_NOOP("{file} is a folder. Name a .toml file."),
    "template.not-a-file": QT_TR_NOOP("{file} is not an ordinary file. Name a .toml file."),
    "template.too-large": QT_TR_NOOP("{file} is larger than 1 MB, so it isn't a template."),
    "template.unreadable": QT_TR_NOOP("{file} can't be read: {reason}."),
}
PROFILES = {
    "profile.damaged": QT_TR_NOOP("{file} is damaged."),
    "profile.unreadable": QT_TR_NOOP("{file} can't be read: {reason}."),
    "profile.unwritable": QT_TR_NOOP("{file} can't be written: {reason}."),
    "profile.name-missing": QT_TR_NOOP("A profile needs a name."),
    "profile.not-text": QT_TR_NOOP("The name or e-mail holds characters that can't be saved as text."),
}
KINDS = Texts(
    {
        "nul": QT_TRANSLATE_NOOP("Kinds", "it has a zero byte"),
        "pdf": QT_TRANSLATE_NOOP("Kinds", "a PDF"),
        "zip": QT_TRANSLATE_NOOP("Kinds", "a zip archive"),
        "office": QT_TRANSLATE_NOOP("Kinds", "an office document"),
        "picture": QT_TRANSLATE_NOOP("Kinds", "a picture"),
        "gzip": QT_TRANSLATE_NOOP("Kinds", "a compressed file"),
        "rtf": QT_TRANSLATE_NOOP("Kinds", "rich text"),
    },
    "Kinds",
)
TYPES = Texts(
    {
        "text": QT_TRANSLATE_NOOP("Types", "text"),
        "true-or-false": QT_TRANSLATE_NOOP("Types", "true or false"),
        "whole-number": QT_TRANSLATE_NOOP("Types", "a whole number"),
        "number": QT_TRANSLATE_NOOP("Types", "a number"),
        "list": QT_TRANSLATE_NOOP("Types", "a list"),
        "table": QT_TRANSLATE_NOOP("Types", "a table"),
        "list-of-texts": QT_TRANSLATE_NOOP("Types", "a list of texts"),
        "list-of-tables": QT_TRANSLATE_NOOP("Types", "a list of tables"),
        "date-or-time": QT_TRANSLATE_NOOP("Types", "a date or time"),
    },
    "Types",
)


NO_ANSWERS: Mapping[str, str] = {}


def problem(code: str, arguments: Mapping[str, Any], answers: Mapping[str, str] = NO_ANSWERS) -> str:
    """The sentence for a code of a store, a template, a profile or an import; then its answer, if there is one."""
    words = {name: _word(name, value) for name, value in arguments.items()}
    words["at"] = _at(words)
    nearest = words.get("nearest", "")
    words["hint"] = " " + tr("Did you mean “{nearest}”?").format(nearest=nearest) if nearest else ""
    sentences = (PROBLEMS.counted(code, arguments.get("count", -1)), answers.get(code, ""))
    return " ".join(sentence.format(**words) for sentence in sentences if sentence)


def _at(words: Mapping[str, str]) -> str:
    """Where it is, as closely as is known: a file and its line, or its row and column."""
    parts = [words.get("file", "")]
    if "line" in words:
        parts.append(terms.place(f"line {words['line']}"))
    parts.extend(words[name] for name in ("card", "issue", "task") if name in words)
    if "row" in words:
        parts.append(terms.place(f"row {words['row']}"))
    if "column" in words and "line" not in words:
        parts.append(terms.place(f"column {words['column']}"))
    return terms.commas([part for part in parts if part])


def _word(name: str, value: Any) -> str:
    if name == "cycle":
        return " → ".join(value)
    if name in ("place", "card", "issue"):
        return terms.place(str(value))
    if name == "kind":
        return KINDS.get(value, str(value))
    if name in ("size", "limit", "lines", "cells") and isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, (tuple, list)):
        return terms.listing([str(item) for item in value])
    return TYPES.get(value, value) if name in ("expected", "found") and isinstance(value, str) else str(value)


PROBLEMS = Texts(TEMPLATES | PROFILES | IMPORTS | STORES)
