"""What files and templates can be refused for, in words: the file, the place, and what to do instead."""

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
    "template.missing": "{file}: there is no such file. `launchready template list` names the templates.",
    "template.folder": "{file} is a folder. Name a .toml file.",
    "template.not-a-file": "{file} is not an ordinary file. Name a .toml file.",
    "template.too-large": "{file} is larger than 1 MB, so it isn't a template.",
    "template.unreadable": "{file} can't be read: {reason}.",
}
PROFILES = {
    "profile.damaged": "{file} is damaged. Set your profile again with `launchready profile --name`, or remove the "
    "file.",
    "profile.unreadable": "{file} can't be read: {reason}.",
    "profile.unwritable": "{file} can't be written: {reason}.",
    "profile.name-missing": "A profile needs a name: give it with --name.",
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
    "import-binary": "{file}, line {line}: this is not text ({kind}). Save it as Markdown in UTF-8.",
    "import-not-utf8": "{file}, line {line}: this is not UTF-8. Save it as UTF-8, or as UTF-16 with a byte order mark.",
    "import-html-page": "{file} is a web page (“{title}”), not Markdown. Download the raw file.",
    "import-no-checklist": "{file} has no tick boxes to import, though it has {items} list items, {rows} table rows and "
    "{answers} boxes that are answers. Put `- [ ]` before each task.",
    "due-ambiguous": "{file}, line {line}: “{said}” can be two dates, so it was kept in the notes.",
    "due-unread": "{file}, line {line}: “{said}” is no date that can be read, so it was kept in the notes.",
    "odd-mark-read-as-open": "{file}, line {line}: “[{mark}]” counts as not done.",
    "fenced-boxes-read": "{file}, line {line}: {count} boxes stand in a code fence; they are the file's only checklist, "
    "so they were read.",
    "bare-boxes-read": "{file}, line {line}: {count} boxes stand without bullets; they are the file's only checklist, "
    "so they were read.",
    "fenced-boxes-left-out": "{file}, line {line}: {count} boxes in a code fence were left out; --include-fenced reads "
    "them.",
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


def problem(code: str, arguments: Mapping[str, Any]) -> str:
    """The sentence for a code of a store, a template, a profile or an import."""
    words = {name: _word(name, value) for name, value in arguments.items()}
    words["at"] = f"{words.get('file', '')}, line {words['line']}" if "line" in words else words.get("file", "")
    nearest = words.get("nearest", "")
    words["hint"] = f" Did you mean “{nearest}”?" if nearest else ""
    return PROBLEMS[code].format(**words)


def _word(name: str, value: Any) -> str:
    if name == "cycle":
        return " → ".join(value)
    if name == "kind":
        return KINDS.get(value, str(value))
    if isinstance(value, (tuple, list)):
        return terms.listing([str(item) for item in value]) if value else "none"
    return TYPES.get(value, value) if name in ("expected", "found") and isinstance(value, str) else str(value)


PROBLEMS = TEMPLATES | PROFILES | IMPORTS | STORES
