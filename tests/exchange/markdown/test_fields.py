"""Owners, due dates, lanes and notes of Markdown checklists, in tables and in titles."""

import datetime

import pytest

from launchready.exchange.checklist import ChecklistDue, Link
from tests.exchange.markdown.reading import checklist, refusal, titles

TABLE = """
    | Item | Task Owner | Due date | Status | Notes | Risk |
    |------|------------|----------|--------|-------|------|
    | [x] **Booth** | PM / Eng | 2026-03-04 | Ordered | see [map](https://example.org/m) | low |
    | [ ] Flyer | [Name] | [Date] | | | - |
    | [ ] Clip | @mia | 01/06/23 | TBD | | |
    | Role | Ana | [ ] | | | |
    """


def test_boxes_in_the_first_cell_of_a_row_with_fields_by_the_header() -> None:
    booth, flyer, clip = checklist(TABLE).tasks
    assert (booth.title, booth.done, booth.owner, booth.place) == ("Booth", True, "PM", "line 4")
    assert booth.due == ChecklistDue(date=datetime.date(2026, 3, 4))
    assert booth.notes == "Task Owner: PM / Eng\nStatus: Ordered\nsee map\nRisk: low"
    assert booth.links == (Link("map", "https://example.org/m"),)
    assert (flyer.owner, flyer.due, flyer.notes) == ("", None, "")
    assert (clip.owner, clip.due, clip.notes) == ("@mia", None, "Due date: 01/06/23")


def test_what_a_table_does_not_say_clearly_is_a_warning_with_its_line() -> None:
    assert [(w.code, w.arguments) for w in checklist(TABLE).warnings] == [
        ("due-ambiguous", {"line": 6, "said": "01/06/23"}),
        ("table-boxes-left-out", {"line": 7, "count": 1}),
    ]


def test_a_first_cell_with_the_box_alone_takes_its_title_from_the_next() -> None:
    read = checklist("""
        Done | Owner | Task | When
        -- | -- | -- | --
        [x] | Ana | Print | T-7
        [ ] | Bo | | next week
        """)
    (task,) = read.tasks
    assert (task.title, task.done, task.owner, task.due) == ("Print", True, "Ana", ChecklistDue(offset=-7))
    assert [(w.code, w.arguments) for w in read.warnings] == [("untitled-boxes-left-out", {"line": 5, "count": 1})]


def test_a_sign_off_table_and_approval_choices_give_no_tasks() -> None:
    error = refusal("""
        | Role | Name | Approved | Date |
        |------|------|----------|------|
        | PM | | [ ] | |
        | PMM | | ☐ | |

        **Launch approved:** [ ] Yes [ ] No

        Recommendation: GO / NO-GO
        """)
    assert (error.code, error.arguments["rows"], error.arguments["answers"]) == ("import-no-checklist", 2, 3)


def test_a_sign_off_box_is_at_most_a_task() -> None:
    assert titles("- [x] Sign-off by PM\n- [ ] Get approval\n") == ["Sign-off by PM", "Get approval"]


@pytest.mark.parametrize(
    ("line", "title", "owner", "notes"),
    [
        ("Docs - @ana", "Docs", "@ana", ""),
        ("Docs - @org/team-b", "Docs", "@org/team-b", ""),
        ("Docs - @ana & @bo", "Docs", "@ana", "@ana & @bo"),
        ("Docs - @ana, @org/t and _team lead_", "Docs", "@ana", "@ana, @org/t and team lead"),
        ("Docs - _team lead_", "Docs", "team lead", ""),
        ("Docs - @ana https://example.org/1", "Docs", "@ana", ""),
        ("Docs (owner: Ana Li)", "Docs", "Ana Li", ""),
        ("Docs (Owner: @ana, Due: 2026-07-20)", "Docs", "@ana", ""),
        ("Docs - Ana", "Docs - Ana", "", ""),
        ("Mail ana@example.org", "Mail ana@example.org", "", ""),
        ("Thank @ana for it", "Thank @ana for it", "", ""),
    ],
)
def test_owners_in_titles(line: str, title: str, owner: str, notes: str) -> None:
    (task,) = checklist(f"- [ ] {line}\n").tasks
    assert (task.title, task.owner, task.notes) == (title, owner, notes)


def test_plain_names_after_a_dash_are_owners_where_the_file_marks_owners_so() -> None:
    read = checklist("- [ ] a - @ana\n- [ ] b - @bo\n- [ ] c - Ian\n- [ ] d - GROWTH\n- [ ] e - Draft\n")
    assert [task.owner for task in read.tasks] == ["@ana", "@bo", "Ian", "GROWTH", ""]


def test_owner_and_due_on_lines_of_their_own() -> None:
    (task,) = checklist("- [ ] Docs\n  - Owner: @ana and @bo\n  - **Due:** T-2 weeks\n  - Owners of risk: all\n").tasks
    assert (task.owner, task.due) == ("@ana", ChecklistDue(offset=-14))
    assert task.notes == "Owner: @ana and @bo\n- Owners of risk: all"


def test_a_heading_dates_the_tasks_below_it() -> None:
    read = checklist("## 2 weeks before launch\n- [ ] a\n- [ ] b (by 2026-01-05)\n## T-14 to T-7\n- [ ] c\n")
    assert [task.due for task in read.tasks] == [
        ChecklistDue(offset=-14),
        ChecklistDue(date=datetime.date(2026, 1, 5)),
        None,
    ]


def test_an_ambiguous_date_is_not_guessed() -> None:
    read = checklist("- [ ] Docs (due 01/06/23)\n")
    assert (read.tasks[0].due, read.tasks[0].notes) == (None, "01/06/23")
    assert [(w.code, w.arguments) for w in read.warnings] == [("due-ambiguous", {"line": 1, "said": "01/06/23"})]


def test_lane_and_area_given_hold_for_every_task() -> None:
    read = checklist("## X\n- [ ] Security review\n- [ ] Blog\n", lane="joint", area="All")
    assert {(task.lane, task.area) for task in read.tasks} == {("joint", "All")}


def test_lanes_by_words_otherwise() -> None:
    read = checklist("- [ ] Security review\n- [ ] Blog post\n- [ ] Cake\n")
    assert [task.lane for task in read.tasks] == ["pm", "pmm", "joint"]
