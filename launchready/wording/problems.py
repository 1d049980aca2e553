"""What files and templates can be refused for, in words: the file, the place, and what to do instead.

Where that is an option of a verb here and a control of a page there, the sentence leaves it out, and each face adds
its own: `launchready.cli.answers` and `launchready.desktop.answers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from launchready.wording import terms
from launchready.wording.stores import STORES

TEMPLATES = {
    "template.syntax": "{at}, column {column}: this isn't valid TOML: {reason}",
    "template.too-deep": "{at}: lists or tables are nested too deep. Write them flat.",
    "template.number-too-long": "{at}, column {column}: this number has too many digits.",
    "template.not-utf-8": "{at}, column {column}: this isn't UTF-8 text. Save the file as UTF-8.",
    "template.unknown-key": "{at}: “{key}” isn't known here. Allowed: {allowed}.{hint}",
    "template.wrong-type": "{at}: “{key}” must be {expected}, not {found}.",
    "template.empty": "{at}: the template has no tasks. Add at least one [[tasks]] with title, lane and due.",
    "template.title-missing": '{at}: this task has no title. Add title = "…".',
    "template.lane-missing": "{at}: “{title}” has no lane. Add lane = one of {allowed}.",
    "template.unknown-lane": "{at}: there is no lane “{value}”. Allowed: {allowed}.{hint}",
    "template.unknown-owner": "{at}: a template names its owners by role, not “{value}”. Allowed: {allowed}, or leave "
    "it out.{hint}",
    "template.due-missing": "{at}: “{title}” has no due date. Write it like {allowed}.",
    "template.due-twice": "{at}: “{title}” has both tiers and {key}. Keep tiers, or due with gating and workday.",
    "template.bad-due": "{at}: “{value}” isn't a due date. Write it like {allowed} (up to 999 days).",
    "template.unknown-tier": "{at}: there is no tier “{value}”. Allowed: {allowed}.{hint}",
    "template.gate-after-launch": "{at}: a task due {due}, after launch, can't be a gate. Make it advisory.",
    "template.gate-after-go-no-go": "{at}: a gate is due by the go/no-go date ({go_no_go} in tier {tier}), but this "
    "one is due {due}. Move it, make it advisory, or set [go_no_go].",
    "template.go-no-go-after-launch": "{at}: the go/no-go can't be after launch ({due}).",
    "template.duplicate-id": "{at}: the id “{value}” of “{title}” is already that of “{first}”.",
    "template.unknown-prerequisite": "{at}: {id} needs “{value}” first, but no task has that id.{hint}",
    "template.prerequisite-cycle": "{at}: these tasks wait for each other: {cycle}. Remove one prerequisite.",
    "template.duplicate-party": "{at}: the party “{value}” is listed twice.",
    "template.activity-missing": '{at}: this RACI row names no activity. Add activity = "…".',
    "template.duplicate-activity": "{at}: the activity “{value}” is there twice.",
    "template.unknown-letter": "{at}: “{value}” for {party} isn't a RACI letter. Allowed: {allowed}.",
    "template.unknown-party": "{at}: “{value}” isn't among the parties. Listed: {allowed}.{hint}",
    "template.not-one-accountable": "{at}: “{activity}” needs exactly one A; it has {accountable}.",
    "template.no-responsible": "{at}: “{activity}” needs at least one R (AR counts).",
    "template.unknown": "There is no template “{file}”. There are: {allowed}.{hint}",
    "template.missing": "{file}: there is no such file.",
    "template.folder": "{file} is a folder. Name a .toml file.",
    "template.not-a-file": "{file} is not an ordinary file. Name a .toml file.",
    "template.too-large": "{file} is larger than 1 MB, so it isn't a template.",
    "template.unreadable": "{file} can't be read: {reason}.",
}
PROFILES = {
    "profile.damaged": "{file} is damaged.",
    "profile.unreadable": "{file} can't be read: {reason}.",
    "profile.unwritable": "{file} can't be written: {reason}.",
    "profile.name-missing": "A profile needs a name.",
    "profile.not-text": "The name or e-mail holds characters that can't be saved as text.",
}
IMPORTS = {
    "import-missing": "There is no file {file}. Check the name and the folder.",
    "import-not-a-file": "{file} is a {kind}, not a file. Name the file itself.",
    "import-no-permission": "You may not read {file}. Ask its owner, or copy it to a folder of yours.",
    "import-unreadable": "{file} could not be read: {reason}.",
    "import-empty": "{file} is empty. Export or save it again.",
    "import-too-large": "{file} has {size} bytes; a checklist has at most {limit}. Import the part that holds the tasks.",
    "import-too-many-lines": "{file} has {lines} lines; at most {limit} are read. Split it.",
    "import-too-complex": "{file} holds more list items and table cells than a checklist can. Split it.",
    "import-binary": "{file}, line {line}: this is not text ({kind}). Save it as a checklist in UTF-8 text, or as .xlsx.",
    "import-not-utf8": "{file}, line {line}: this is not UTF-8.",
    "import-unknown-encoding": "{file}: there is no text encoding “{said}”. Name one such as cp1252 or latin-1.",
    "import-html-page": "{file} is a web page (“{title}”), not a checklist: often an error or a sign-in page saved in its "
    "place. Download the file itself.",
    "import-no-checklist": "{file} has no tick boxes to import, though it has {items} list items, {rows} table rows and "
    "{answers} boxes that are answers. Put `- [ ]` before each task.",
    "import-header-only": "{file}, row {row}: the columns are named here, but no rows follow. Export it again with its "
    "tasks.",
    "import-no-rows": "{at}: none of the {rows} rows below has a title.",
    "import-no-title-column": "{at}: no column names the tasks. Columns found: {found}.",
    "import-unknown-column": "{file} has no column “{said}”. It has: {allowed}.",
    "import-unknown-field": "“{said}” is no field of a task. Allowed: {allowed}.",
    "import-map-unclear": "“{said}” maps nothing.",
    "import-unknown-status": "There is no status “{said}”. Allowed: {allowed}.",
    "import-status-unclear": "{at}: “{said}” is no status known here.",
    "import-unknown-lane": "There is no lane “{said}”. Allowed: {allowed}.",
    "import-lane-unclear": "{at}: “{said}” is no lane known here.",
    "import-unknown-sheet": "{file} has no sheet “{said}”. It has: {allowed}.",
    "import-unknown-format": "There is no format “{said}”. Allowed: {allowed}.",
    "import-wrong-product": "{file} was to be read as {wanted}, but it looks like {looks}.",
    "import-quote-unclosed": "{file}, line {line}: a quote opens here and is never closed, so row {row} has no end. Close it "
    "or export the file again.",
    "import-quote-misplaced": "{file}, line {line}: row {row} goes on after a closing quote. Write a quote inside a cell "
    'twice (“""”), or export the file again.',
    "import-cell-too-long": "{file}, line {line}: a cell of row {row} has more than {limit} characters. Shorten it.",
    "import-too-many-rows": "{file} has more than {limit} rows with tasks. Split it.",
    "import-too-many-cells": "{file} holds too many cells ({cells}; at most {limit}). Leave out columns or split it.",
    "import-too-many-columns": "{at}: more than {limit} columns stand here. Leave some out.",
    "import-sheet-too-wide": "{file}: the cells reach as far as {cell} (row {row}), too far to be read as one table (at most "
    "{limit} cells). Delete what stands far out.",
    "import-formula-without-value": "{at}: cell {cell} holds a formula whose value was never saved. Open the file in a "
    "spreadsheet program, save it, and import it again.",
    "import-cell-error": "{at}: cell {cell} holds the error {said}. Mend it in the spreadsheet, or leave the "
    "column out.",
    "import-xls": "{file} is in Excel's old .xls format. Save it as .xlsx.",
    "import-xlsb": "{file} is a binary workbook (.xlsb). Save it as .xlsx.",
    "import-xlsx-encrypted": "{file} is protected by a password. Save it without one.",
    "import-not-xlsx": "{file} is named like a workbook, but it is no .xlsx file: it isn't a zip archive. Save it again as "
    ".xlsx.",
    "import-zip-not-xlsx": "{file} is a zip archive without a workbook in it. Unpack it and import the file inside.",
    "import-xlsx-damaged": "{file} is a damaged workbook: {reason}. Save it again from a spreadsheet program.",
    "import-zip-bomb": "{file} unpacks to far more than a checklist holds ({member}), so it was not unpacked.",
    "import-zip-outside": "{file} holds a member that points outside of it ({member}), so it was not unpacked.",
    "import-xml-entities": "{file} declares entities in its XML ({member}), which no spreadsheet program writes, so it was "
    "not read.",
    "import-xml": "{file} is an XML file. Export it as CSV, XLSX or JSON.",
    "import-json-broken": "{file}, line {line}, column {column}: this is not sound JSON: {reason}. Export it again.",
    "import-json-duplicate-key": "{file}, line {line}: “{said}” is said twice in one JSON object, so one of the two would be "
    "lost. Export it again.",
    "import-json-too-deep": "{at}: lists and objects are nested deeper than {limit} levels.",
    "import-json-number": "{file}, line {line}: {said} is no number that JSON has. Export it again.",
    "import-json-unknown": "{file} is JSON (a {kind} with {found}), but no Trello board, Jira or GitHub issues, or launch.",
    "import-error-page": "{file} holds an error message in place of an export: “{said}”. Export it again.",
    "import-no-cards": "{file} has no open cards in open lists ({cards} cards, {archived} archived).",
    "import-no-issues": "{file} has no issues to import ({issues} entries, {left} left out).",
    "import-launch-file": "{file} is a launch file. Open it as a launch to take its checklist.",
    "import-launch-empty": "{file} has no tasks.",
    "import-due-unread": "{at}: “{said}” is no date that can be read, so it was kept in the notes.",
    "import-dates-ambiguous": "{file}: dates that can be read in two ways, such as “{said}”, were kept in the notes "
    "({count}).",
    "import-id-repeated": "{file}, column {column}: some ids stand more than once and were numbered.",
    "import-parents-are-tasks": "{file}: rows that stand over others were read as tasks, too ({count}).",
    "import-prerequisite-unknown": "{at}: “{said}” names no task of this file, so nothing waits for it.",
    "import-prerequisite-circle": "{at}: this task would wait for itself, so one prerequisite was left out.",
    "import-row-too-long": "{at}: {cells} cells stand under {columns} columns; those beyond were left out.",
    "import-partial": "{file}: these are {count} of {total} issues, one page of an export. Import the other pages, too.",
    "import-maybe-partial": "{file}: these {count} issues may be one page of several.",
    "import-more-warnings": "{file}: more of these warnings were left out ({count}).",
    "plain-items-read": "{file}: list items without boxes were read as tasks ({count}).",
    "due-ambiguous": "{file}, line {line}: “{said}” can be two dates, so it was kept in the notes.",
    "due-unread": "{file}, line {line}: “{said}” is no date that can be read, so it was kept in the notes.",
    "odd-mark-read-as-open": "{file}, line {line}: “[{mark}]” counts as not done.",
    "fenced-boxes-read": "{file}, line {line}: {count} boxes stand in a code fence; they are the file's only checklist, "
    "so they were read.",
    "bare-boxes-read": "{file}, line {line}: {count} boxes stand without bullets; they are the file's only checklist, "
    "so they were read.",
    "fenced-boxes-left-out": "{file}, line {line}: {count} boxes in a code fence were left out.",
    "bare-boxes-left-out": "{file}, line {line}: {count} boxes without bullets were left out; put `- ` before them.",
    "answer-boxes-left-out": "{file}, line {line}: {count} boxes are answers to a question, not tasks, and were left out.",
    "untitled-boxes-left-out": "{file}, line {line}: {count} boxes with nothing beside them were left out.",
    "nested-too-deep": "{file}: lists deeper than about 49 levels were cut there.",
}
KINDS = {
    "nul": "it has a zero byte",
    "pdf": "a PDF",
    "zip": "a zip archive",
    "office": "an office document",
    "picture": "a picture",
    "gzip": "a compressed file",
    "rtf": "rich text",
}
TYPES = {
    "text": "text",
    "true-or-false": "true or false",
    "whole-number": "a whole number",
    "number": "a number",
    "list": "a list",
    "table": "a table",
    "list-of-texts": "a list of texts",
    "list-of-tables": "a list of tables",
    "date-or-time": "a date or time",
}

NO_ANSWERS: Mapping[str, str] = {}


def problem(code: str, arguments: Mapping[str, Any], answers: Mapping[str, str] = NO_ANSWERS) -> str:
    """The sentence for a code of a store, a template, a profile or an import; then its answer, if there is one."""
    words = {name: _word(name, value) for name, value in arguments.items()}
    words["at"] = _at(words)
    nearest = words.get("nearest", "")
    words["hint"] = f" Did you mean “{nearest}”?" if nearest else ""
    sentences = (PROBLEMS[code], answers.get(code, ""))
    return " ".join(sentence.format(**words) for sentence in sentences if sentence)


def _at(words: Mapping[str, str]) -> str:
    """Where it is, as closely as is known: a file and its line, or its row and column."""
    parts = [words.get("file", "")]
    if "line" in words:
        parts.append(f"line {words['line']}")
    parts.extend(words[name] for name in ("card", "issue", "task") if name in words)
    if "row" in words:
        parts.append(f"row {words['row']}")
    if "column" in words and "line" not in words:
        parts.append(f"column {words['column']}")
    return ", ".join(part for part in parts if part)


def _word(name: str, value: Any) -> str:
    if name == "cycle":
        return " → ".join(value)
    if name == "kind":
        return KINDS.get(value, str(value))
    if isinstance(value, (tuple, list)):
        return terms.listing([str(item) for item in value]) if value else "none"
    return TYPES.get(value, value) if name in ("expected", "found") and isinstance(value, str) else str(value)


PROBLEMS = TEMPLATES | PROFILES | IMPORTS | STORES
