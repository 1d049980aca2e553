"""Whatever a file holds, a reader answers with a checklist or with its own refusal."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from launchready.exchange import readers
from launchready.exchange.checklist import ImportRefused
from launchready.exchange.importing import draft_tasks
from launchready.exchange.tables.headings import HEADINGS
from launchready.exchange.task_columns import COLUMNS
from launchready.exchange.understood import Options, Understood
from launchready.exchange.updating import draft_update
from launchready.launch.drafting import Draft
from launchready.wording.problems import problem
from tests.exchange.reading_tables import book, package
from tests.launch.builders import a_bare_launch

NAMES = st.sampled_from(["plan.csv", "plan.tsv", "plan.xlsx", "plan.json", "plan.md", "plan.txt", "plan"])
WORDS = st.sampled_from(
    [word.strip() for headings in HEADINGS.values() for word in headings.split(",")]
    + [
        "",
        "Done",
        "T-14",
        "01/06/23",
        "2026-02-31",
        "#REF!",
        "5;6",
        "2fs",
        "=1+1",
        "x",
        "TRUE",
        "1.1",
        "Subitems",
        "@a",
    ]
)
CELLS = st.one_of(WORDS, st.text(max_size=12), st.integers().map(str), st.dates().map(str))
KEYS = st.sampled_from(
    [
        *("cards", "lists", "checklists", "idCard", "checkItems", "id", "name", "idList", "pos", "closed", "due"),
        *("labels", "issues", "fields", "summary", "status", "statusCategory", "key", "title", "state", "number"),
        *("items", "issue", "body", "assignees", "milestone", "format", "tasks", "total", "resolution", "parent"),
        *("duedate", "prerequisites"),
    ]
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=25,
)


def outcome(data: bytes, file: str, **options: Any) -> Understood | None:
    """What is read, if it isn't refused; a refusal and every warning has its sentence."""
    try:
        found = readers.read_content(data, file, Options(**options))
    except ImportRefused as refused:
        problem(refused.code, refused.arguments)
        return None
    for warning in (*found.warnings, *found.questions):
        problem(warning.code, {"file": file, **warning.arguments})
    ids = [task.id for task in found.checklist.tasks]
    assert len(set(ids)) == len(ids)
    return found


def taken(found: Understood | None) -> None:
    """Every change of an import passes its own check, and importing it again changes nothing."""
    if found is None:
        return
    numbers = iter(range(100_000))
    before = a_bare_launch()
    draft = Draft(before, lambda: f"id-{next(numbers)}")
    draft_tasks(draft, found.checklist, "plan")
    launch = before
    for change in draft.changes:
        assert change.check(launch) is None
        launch = change.apply(launch)
    again = Draft(launch, lambda: f"id-{next(numbers)}")
    assert not draft_update(again, found.checklist, "plan").added
    for change in again.changes:
        assert change.check(launch) is None
        launch = change.apply(launch)


@given(st.binary(max_size=400), NAMES)
def test_any_bytes(data: bytes, name: str) -> None:
    outcome(data, name)


@given(st.text(max_size=300), NAMES)
def test_any_text(text: str, name: str) -> None:
    outcome(text.encode(errors="surrogatepass"), name)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=8), st.sampled_from([",", ";", "\t"]), st.booleans())
def test_any_cells_of_a_table(rows: list[list[str]], delimiter: str, areas: bool) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    data = out.getvalue().encode(errors="replace")
    taken(outcome(data, "plan.csv", parents="areas" if areas else "tasks"))


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.lists(st.one_of(CELLS, st.floats(allow_nan=False, allow_infinity=False), st.booleans()), max_size=6),
        max_size=6,
    )
)
def test_any_cells_of_a_workbook(rows: list[list[Any]]) -> None:
    taken(outcome(book(("Plan", rows)), "plan.xlsx"))


OWN_CELLS = st.one_of(
    CELLS,
    st.sampled_from(
        [
            "PM",
            "Yes",
            "[x] a\n[ ] b",
            "a <b> · 2026-02-31 · build 1",
            "T−7 (workdays)",
            "T",
            "A <a@x>",
            "PM-1, PM-2",
            "'=1",
        ]
    ),
)


@settings(deadline=None)
@given(st.lists(st.lists(OWN_CELLS, min_size=3, max_size=len(COLUMNS) + 1), min_size=1, max_size=5))
def test_any_cells_under_the_header_of_our_own(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([[column.title for column in COLUMNS], *rows])
    taken(outcome(out.getvalue().encode(errors="replace"), "plan.csv"))


OWN_LINES = st.one_of(
    st.sampled_from(
        [
            *("### PM: 1 of 2 tasks done", "### Sales", "#### Web", "#### No area", "## Other", "<!-- ids: PM-1 a -->"),
            *("- [ ] PM-1, gate · **a** · Ana · 3 Dec 2026, T−7 · ○ to do", "- [x] b", "- no box", "  - After: PM-1"),
            *("  - [x] step", "  - Evidence: [a](<b>) · on 3 Dec 2026 · build 1\\", "    more", "  - Notes: \\", "\\"),
            *(
                "  - Evidence: a · at b · on never",
                "- [ ] · · ·",
                "- [ ] gate · ****",
                "<!-- ids: PM-1 --><!--",
                "&#0;",
            ),
        ]
    ),
    st.text(max_size=20),
)


@settings(deadline=None)
@given(st.lists(OWN_LINES, max_size=12))
def test_any_lines_of_a_summary(lines: list[str]) -> None:
    text = "\n".join(["# Atlas", "", "Readiness summary", "", "## All tasks", *lines])
    taken(outcome(text.encode(errors="replace"), "plan.md"))


@settings(deadline=None)
@given(st.text(alphabet="<>/crvfist =\"'A1B2#&;tx", max_size=120))
def test_any_xml_in_a_sheet(xml: str) -> None:
    outcome(package(xml), "plan.xlsx")


@settings(deadline=None)
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=30))
def test_a_workbook_with_a_stretch_of_other_bytes(at: int, data: bytes) -> None:
    whole = package("<row r='1'><c r='A1' t='inlineStr'><is><t>Task</t></is></c></row>")
    at %= len(whole)
    outcome(whole[:at] + data + whole[at + len(data) :], "plan.xlsx")


@settings(deadline=None)
@given(JSON)
def test_any_json(value: Any) -> None:
    taken(outcome(json.dumps(value).encode(), "plan.json"))


@settings(deadline=None)
@given(
    st.lists(st.dictionaries(KEYS, JSON, max_size=6), max_size=3),
    st.sampled_from(["trello", "jira", "github", "launch"]),
)
def test_json_that_almost_is_a_product(parts: list[dict[str, Any]], product: str) -> None:
    shaped = {
        "trello": {"lists": parts, "cards": parts, "checklists": parts, "members": parts},
        "jira": {"issues": [{"key": "T-1", "fields": part} for part in parts], "expand": ""},
        "github": [{"title": "A", "number": number, **part} for number, part in enumerate(parts)],
        "launch": {
            "format": "launchready.launch",
            "tasks": [{"title": "A", **part} for part in parts],
            "people": parts,
        },
    }[product]
    taken(outcome(json.dumps(shaped).encode(), "plan.json"))
