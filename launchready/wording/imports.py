"""What an import can be refused for, or leaves out, in words."""

from __future__ import annotations

from collections.abc import Callable

from launchready.wording import terms
from launchready.wording.language import QT_TR_NOOP, tr

IMPORTS: dict[str, str | Callable[[int], str]] = {
    "import-missing": QT_TR_NOOP("There is no file {file}. Check the name and the folder."),
    "import-not-a-file": QT_TR_NOOP("{file} is a {kind}, not a file. Name the file itself."),
    "import-no-permission": QT_TR_NOOP("You may not read {file}. Ask its owner, or copy it to a folder of yours."),
    "import-unreadable": QT_TR_NOOP("{file} could not be read: {reason}."),
    "import-empty": QT_TR_NOOP("{file} is empty. Export or save it again."),
    "import-too-large": QT_TR_NOOP(
        "{file} has {size} bytes; a checklist has at most {limit}. Import the part that holds the tasks."
    ),
    "import-too-many-lines": QT_TR_NOOP("{file} has {lines} lines; at most {limit} are read. Split it."),
    "import-too-complex": QT_TR_NOOP("{file} holds more list items and table cells than a checklist can. Split it."),
    "import-binary": QT_TR_NOOP(
        "{file}, line {line}: this is not text ({kind}). Save it as a checklist in UTF-8 text, or as .xlsx."
    ),
    "import-not-utf8": QT_TR_NOOP("{file}, line {line}: this is not UTF-8."),
    "import-unknown-encoding": QT_TR_NOOP(
        "{file}: there is no text encoding “{said}”. Name one such as cp1252 or latin-1."
    ),
    "import-html-page": QT_TR_NOOP(
        "{file} is a web page (“{title}”), not a checklist: often an error or a sign-in page saved in its "
        "place. Download the file itself."
    ),
    "import-no-checklist": QT_TR_NOOP(
        "{file} has no tick boxes to import, though it has {items} list items, {rows} table rows and {answers} "
        "boxes that are answers. Put `- [ ]` before each task."
    ),
    "import-nothing": QT_TR_NOOP(
        "{file} has no tick boxes, lists or tables, so there is nothing to import. Put `- [ ]` before each task."
    ),
    "import-header-only": QT_TR_NOOP(
        "{file}, row {row}: the columns are named here, but no rows follow. Export it again with its tasks."
    ),
    "import-no-rows": QT_TR_NOOP("{at}: none of the {rows} rows below has a title."),
    "import-no-title-column": QT_TR_NOOP("{at}: no column names the tasks. Columns found: {found}."),
    "import-unknown-column": QT_TR_NOOP("{file} has no column “{said}”. It has: {allowed}."),
    "import-unknown-field": QT_TR_NOOP("“{said}” is no field of a task. Allowed: {allowed}."),
    "import-map-unclear": QT_TR_NOOP("“{said}” maps nothing."),
    "import-unknown-status": QT_TR_NOOP("There is no status “{said}”. Allowed: {allowed}."),
    "import-status-unclear": QT_TR_NOOP("{at}: “{said}” is no status known here."),
    "import-unknown-lane": QT_TR_NOOP("There is no lane “{said}”. Allowed: {allowed}."),
    "import-lane-unclear": QT_TR_NOOP("{at}: “{said}” is no lane known here."),
    "import-unknown-sheet": QT_TR_NOOP("{file} has no sheet “{said}”. It has: {allowed}."),
    "import-unknown-format": QT_TR_NOOP("There is no format “{said}”. Allowed: {allowed}."),
    "import-wrong-product": QT_TR_NOOP("{file} was to be read as {wanted}, but it looks like {looks}."),
    "import-quote-unclosed": QT_TR_NOOP(
        "{file}, line {line}: a quote opens here and is never closed, so row {row} has no end. Close it "
        "or export the file again."
    ),
    "import-quote-misplaced": QT_TR_NOOP(
        "{file}, line {line}: row {row} goes on after a closing quote. Write a quote inside a cell "
        'twice (“""”), or export the file again.'
    ),
    "import-cell-too-long": QT_TR_NOOP(
        "{file}, line {line}: a cell of row {row} has more than {limit} characters. Shorten it."
    ),
    "import-too-many-rows": QT_TR_NOOP("{file} has more than {limit} tasks. Split it."),
    "import-too-many-cells": QT_TR_NOOP(
        "{file} holds too many cells ({cells}; at most {limit}). Leave out columns or split it."
    ),
    "import-too-many-columns": QT_TR_NOOP("{at}: more than {limit} columns stand here. Leave some out."),
    "import-sheet-too-wide": QT_TR_NOOP(
        "{file}: the cells reach as far as {cell} (row {row}), too far to be read as one table (at most "
        "{limit} cells). Delete what stands far out."
    ),
    "import-formula-without-value": QT_TR_NOOP(
        "{at}: cell {cell} holds a formula whose value was never saved. Open the file in a "
        "spreadsheet program, save it, and import it again."
    ),
    "import-cell-error": QT_TR_NOOP(
        "{at}: cell {cell} holds the error {said}. Mend it in the spreadsheet, or leave the column out."
    ),
    "import-xls": QT_TR_NOOP("{file} is in Excel's old .xls format. Save it as .xlsx."),
    "import-xlsb": QT_TR_NOOP("{file} is a binary workbook (.xlsb). Save it as .xlsx."),
    "import-xlsx-encrypted": QT_TR_NOOP("{file} is protected by a password. Save it without one."),
    "import-not-xlsx": QT_TR_NOOP(
        "{file} is named like a workbook, but it is no .xlsx file: it isn't a zip archive. Save it again as .xlsx."
    ),
    "import-zip-not-xlsx": QT_TR_NOOP(
        "{file} is a zip archive without a workbook in it. Unpack it and import the file inside."
    ),
    "import-xlsx-damaged": QT_TR_NOOP(
        "{file} is a damaged workbook: {reason}. Save it again from a spreadsheet program."
    ),
    "import-zip-bomb": QT_TR_NOOP(
        "{file} unpacks to far more than a checklist holds ({member}), so it was not unpacked."
    ),
    "import-zip-outside": QT_TR_NOOP(
        "{file} holds a member that points outside of it ({member}), so it was not unpacked."
    ),
    "import-xml-entities": QT_TR_NOOP(
        "{file} declares entities in its XML ({member}), which no spreadsheet program writes, so it was not read."
    ),
    "import-xml": QT_TR_NOOP("{file} is an XML file. Export it as CSV, XLSX or JSON."),
    "import-json-broken": QT_TR_NOOP(
        "{file}, line {line}, column {column}: this is not sound JSON: {reason}. Export it again."
    ),
    "import-json-duplicate-key": QT_TR_NOOP(
        "{file}, line {line}: “{said}” is said twice in one JSON object, so one of the two would be "
        "lost. Export it again."
    ),
    "import-json-too-deep": QT_TR_NOOP(
        "{at}: lists and objects are nested deeper than {limit} levels. Export it again."
    ),
    "import-json-number": QT_TR_NOOP("{file}, line {line}: {said} is no number that JSON has. Export it again."),
    "import-json-unknown": QT_TR_NOOP(
        "{file} is JSON, but no Trello board, Jira or GitHub issues, or launch (it has {found}). Export it as one of "
        "these, or as CSV."
    ),
    "import-error-page": QT_TR_NOOP("{file} holds an error message in place of an export: “{said}”. Export it again."),
    "import-no-cards": QT_TR_NOOP(
        "{file} has no open cards in open lists ({cards} cards, {archived} archived). "
        "Open some on the board and export it again."
    ),
    "import-no-issues": QT_TR_NOOP(
        "{file} has no issues to import ({issues} entries, {left} left out). Export them again."
    ),
    "import-launch-file": QT_TR_NOOP("{file} is a launch file. Open it as a launch to take its checklist."),
    "import-launch-empty": QT_TR_NOOP("{file} has no tasks."),
    "import-due-unread": QT_TR_NOOP("{at}: “{said}” is no date that can be read, so it was kept in the notes."),
    "import-dates-ambiguous": QT_TR_NOOP(
        "{file}: dates that can be read in two ways, such as “{said}”, were kept in the notes ({count})."
    ),
    "import-id-repeated": QT_TR_NOOP("{file}, column {column}: some ids stand more than once and were numbered."),
    "import-parents-are-tasks": QT_TR_NOOP("{file}: rows that stand over others were read as tasks, too ({count})."),
    "import-prerequisite-unknown": QT_TR_NOOP("{at}: “{said}” names no task of this file, so nothing waits for it."),
    "import-prerequisite-other": QT_TR_NOOP(
        "{at}: “{said}” is no finish-to-start dependency, so nothing waits for it."
    ),
    "import-prerequisite-circle": QT_TR_NOOP(
        "{at}: this task would wait for itself, so one prerequisite was left out."
    ),
    "import-row-too-long": QT_TR_NOOP("{at}: {cells} cells stand under {columns} columns; those beyond were left out."),
    "import-partial": QT_TR_NOOP(
        "{file}: these are {count} of {total} issues, one page of an export. Import the other pages, too."
    ),
    "import-maybe-partial": lambda n: tr("{file}: (this|these) %n issue(s) may be one page of several.", "", n),
    "import-more-warnings": QT_TR_NOOP("{file}: more of these warnings were left out ({count})."),
    "import-hidden-rows": lambda n: tr("{at}: %n hidden row(s) (was|were) read, too; the first stands here.", "", n),
    "import-hidden-sheets-left": QT_TR_NOOP("{file}: hidden sheets were left out: {said}."),
    "import-hidden-sheets-read": QT_TR_NOOP("{file}: the tasks stand in a hidden sheet, which was read: {said}."),
    "import-columns-by-shape": QT_TR_NOOP(
        "{file}: no column is named as a task's title is, so columns were read by what they hold: {said}."
    ),
    "plain-items-read": QT_TR_NOOP("{file}: list items without boxes were read as tasks ({count})."),
    "due-ambiguous": QT_TR_NOOP("{file}, line {line}: “{said}” can be two dates, so it was kept in the notes."),
    "due-unread": QT_TR_NOOP("{file}, line {line}: “{said}” is no date that can be read, so it was kept in the notes."),
    "odd-mark-read-as-open": QT_TR_NOOP("{file}, line {line}: “[{mark}]” counts as not done."),
    "fenced-boxes-read": lambda n: tr(
        "{file}, line {line}: %n box(es) (stands|stand) in a code fence; (it is|they are) the file's only checklist, "
        "so (it was|they were) read.",
        "",
        n,
    ),
    "bare-boxes-read": lambda n: tr(
        "{file}, line {line}: %n box(es) (stands|stand) without (a bullet|bullets); (it is|they are) the file's only checklist, "
        "so (it was|they were) read.",
        "",
        n,
    ),
    "fenced-boxes-left-out": lambda n: tr(
        "{file}, line {line}: %n box(es) in a code fence (was|were) left out.", "", n
    ),
    "bare-boxes-left-out": lambda n: tr(
        "{file}, line {line}: %n box(es) without (a bullet|bullets) (was|were) left out; put `- ` before (it|them).",
        "",
        n,
    ),
    "answer-boxes-left-out": lambda n: tr(
        "{file}, line {line}: %n box(es) (is an answer|are answers) to a question, not (a task|tasks), and (was|were) left out.",
        "",
        n,
    ),
    "table-boxes-left-out": lambda n: tr(
        "{file}, line {line}: %n table row(s) (holds a box|hold boxes) in another column than the first and "
        "(was|were) left out.",
        "",
        n,
    ),
    "untitled-boxes-left-out": lambda n: tr(
        "{file}, line {line}: %n box(es) with nothing beside (it|them) (was|were) left out.", "", n
    ),
    "nested-too-deep": QT_TR_NOOP("{file}: lists deeper than about 49 levels were cut there."),
}


def left_out(where: str, said: str, why: str) -> str:
    """What of a file gives no task: where it stands, what it says, and why."""
    place = terms.place(where)
    place = place[:1].upper() + place[1:]
    words = tr("{place}, “{said}”: {why}") if said else tr("{place}: {why}")
    return words.format(place=place, said=said, why=_reason(why))


def _reason(why: str) -> str:
    return {
        "no-title": tr("left out, it has no title"),
        "header-again": tr("left out, it repeats the header"),
        "other-table": tr("left out, it is part of another table"),
        "aside": tr("left out, it only closes the sheet"),
        "section": tr("read as the area of what follows"),
        "area": tr("read as the area of what stands below it"),
        "subitem": tr("read as a step of the task above it"),
        "archived": tr("left out, it is archived"),
        "pull-request": tr("left out, it is a pull request"),
        "hidden": tr("left out, it is hidden"),
        "total": tr("left out, it sums up the rows above"),
        "no-box": tr("left out, it has no box"),
        "unread": tr("left out, no column of it names tasks"),
        "said": tr("left out, as asked"),
    }.get(why, tr("left out"))
