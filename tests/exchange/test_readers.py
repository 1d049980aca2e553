"""Which reader a file gets, and what may be said against what it understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from launchready.exchange import readers
from launchready.exchange.checklist import Link
from launchready.exchange.understood import AreaLane, Options, mapping
from tests.exchange.reading_tables import book, one, refused, tasks, understood, warned

PLAN = "Task,Owner\nBrief,Ana\n"


@pytest.mark.parametrize(
    ("content", "file", "format_"),
    [
        (PLAN, "plan.txt", "csv"),
        (PLAN, "plan", "csv"),
        ("Task\tOwner\nBrief\tAna\n", "plan.tsv", "csv"),
        ("- [ ] Brief, with Ana\n- [ ] Draft, with Bo\n", "plan.txt", "markdown"),
        ("# Plan\n\n- [ ] Brief\n", "plan", "markdown"),
        ("[ ] Brief\n[x] Draft\n", "plan.txt", "markdown"),
        ('[{"title": "Brief", "state": "open"}]', "plan.csv", "github"),
        ('{"cards": [{"name": "a", "idList": 1}], "lists": [{"id": 1, "name": "b"}]}', "board.txt", "trello"),
    ],
)
def test_the_content_decides_before_the_name(content: str, file: str, format_: str) -> None:
    assert understood(content, file).format == format_


def test_a_file_is_read_from_its_path_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(PLAN.encode())
    assert readers.read(path).checklist.title == "plan"
    assert path.read_bytes() == PLAN.encode()
    assert [each.name for each in tmp_path.iterdir()] == ["plan.csv"]


def test_every_reader_can_be_asked_for_by_name() -> None:
    for name, reader in readers.READERS.items():
        assert reader.name == name
        assert reader.title


def test_a_column_can_be_mapped_left_out_and_found_by_letter_or_number() -> None:
    text = "Who is it,Thing to do,Owner,Owner,When\nAna,Brief,Bo,Cy,T-3\n"
    columns = mapping(["Thing to do=title", "Owner=ignore", "owner #2=owner", "E=due"], "plan.csv")
    found = understood(text, columns=columns)
    (task,) = found.checklist.tasks
    assert (task.title, task.owner, task.due and task.due.offset) == ("Brief", "Cy", -3)
    assert [(column.letter, column.field, column.why) for column in found.columns] == [
        ("A", None, "unknown-heading"),
        ("B", "title", "said"),
        ("C", None, "left-out"),
        ("D", "owner", "said"),
        ("E", "due", "said"),
    ]


def test_every_column_tells_its_samples_and_why_it_was_read_so() -> None:
    found = understood("Task,Standing,Colour,Priority\nA,Done,red,\nB,In progress,,\nC,Done,,\n")
    assert [(column.name, column.field, column.why, column.filled, column.samples) for column in found.columns] == [
        ("Task", "title", "heading", 3, ("A", "B", "C")),
        ("Standing", "status", "values", 3, ("Done", "In progress")),
        ("Colour", None, "unknown-heading", 1, ("red",)),
        ("Priority", None, "empty", 0, ()),
    ]


def test_every_status_word_tells_what_it_was_read_as() -> None:
    found = understood("Task,Status\nA,Done\nB,Complted\nC,done\nD,Done\nE,IN UAT\n")
    assert [(word.said, word.status, word.how, word.count) for word in found.statuses] == [
        ("Done", "done", "known", 2),
        ("Complted", "done", "similar", 1),
        ("done", "done", "known", 1),
        ("IN UAT", "in-progress", "words", 1),
    ]


def test_a_lane_for_all_for_an_area_and_by_the_words() -> None:
    text = "Task,Phase\nLoad test,Late\nPress release,Late\nParty,Late\n"
    assert [task.lane for task in tasks(text)] == ["pm", "pmm", "joint"]
    assert {task.lane for task in tasks(text, lane="pmm")} == {"pmm"}
    assert understood(text, lanes={"LATE": "pm"}).areas == (AreaLane(area="Late", lanes=("pm",), count=3),)


def test_rows_can_be_skipped() -> None:
    found = understood("Task,Owner\nA,x\nB,y\n", skip=frozenset((2,)))
    assert [task.title for task in found.checklist.tasks] == ["B"]
    assert [(row.place, row.why) for row in found.skipped] == [("row 2", "said")]
    marked = understood("- [ ] A\n- [ ] B\n", "plan.md", skip=frozenset((1,)))
    assert [task.title for task in marked.checklist.tasks] == ["B"]


def test_an_area_for_all() -> None:
    assert one("Task,Phase\nA,Build\n", area="Launch").area == "Launch"


def test_lists_and_tables_without_boxes_are_offered() -> None:
    text = "# Plan\n\n## Before\n\n- Brief\n  - Outline\n- Draft\n\n```\n- no\n```\n"
    assert refused(text, "plan.md")[0] == "import-no-checklist"
    found = understood(text, "plan.md", include_plain=True)
    assert [(task.title, task.area, len(task.steps)) for task in found.checklist.tasks] == [
        ("Brief", "Before", 1),
        ("Draft", "Before", 0),
    ]
    assert warned(found)[0] == "plan.md: list items without boxes were read as tasks (3)."
    table = "| Task | Owner | Status |\n|--|--|--|\n| Brief | Ana | done |\n| Draft | Bo | open |\n"
    assert [task.owner for task in tasks(table, "plan.md", include_plain=True)] == ["Ana", "Bo"]


GO_LIVE = """
# Go-live

## Web

| Owner | Task | Done |
|-------|------|:----:|
| @ana  | **Build** the [page](https://x.org/p) | [x] |
| Bo & Cy | Load test | \N{BALLOT BOX} |
| Di | Ship it | \N{WHITE HEAVY CHECK MARK} |

## Press

| Owner | Task | Done |
|-------|------|:----:|
| Eve | Press release | yes |
| Eve | Embargo | no |

## More

| Who | What remains | |
|---|---|---|
| Ana | Seite bauen | [x] |
| Bo | Texte | :x: |
"""


def test_tables_with_their_boxes_in_any_column_are_offered() -> None:
    assert refused(GO_LIVE, "plan.md")[0] == "import-no-checklist"
    found = understood(GO_LIVE, "plan.md", include_plain=True)
    assert [(task.title, task.done, task.area, task.owner, task.place) for task in found.checklist.tasks] == [
        ("Build the page", True, "Web", "@ana", "Web, line 8"),
        ("Load test", False, "Web", "Bo", "Web, line 9"),
        ("Ship it", True, "Web", "Di", "Web, line 10"),
        ("Press release", True, "Press", "Eve", "Press, line 16"),
        ("Embargo", False, "Press", "Eve", "Press, line 17"),
        ("Seite bauen", True, "More", "Ana", "More, line 23"),
        ("Texte", False, "More", "Bo", "More, line 24"),
    ]
    assert found.checklist.tasks[0].links == (Link("page", "https://x.org/p"),)


def test_boxes_and_tables_of_one_file_are_read_together_where_tables_are_wanted() -> None:
    text = f"- [ ] Real\n{GO_LIVE}"
    found = understood(text, "plan.md")
    assert [task.title for task in found.checklist.tasks] == ["Real"]
    assert "5 table rows hold boxes in another column" in " ".join(warned(found))
    both = understood(text, "plan.md", include_plain=True)
    assert [task.title for task in both.checklist.tasks][:2] == ["Real", "Build the page"]
    assert len({task.id for task in both.checklist.tasks}) == 8


def test_a_table_without_a_known_title_says_what_to_map() -> None:
    text = "| RID | Distribution | Version |\n|--|--|--|\n| x64 | Alpine | 3 |\n| arm | Debian | 4 |\n"
    code, said = refused(text, "plan.md", include_plain=True)
    assert (code, "Distribution" in said) == ("import-no-title-column", True)
    found = understood(text, "plan.md", include_plain=True, columns=mapping(["Distribution=title"], "plan.md"))
    assert [task.title for task in found.checklist.tasks] == ["Alpine", "Debian"]


def test_a_table_of_roles_is_never_offered() -> None:
    text = "| Role | Name | Email |\n|--|--|--|\n| Lead | Ana | a@x.org |\n| QA | Bo | b@x.org |\n"
    assert refused(text, "plan.md", include_plain=True)[0] == "import-no-checklist"


def test_a_table_of_approvals_is_never_offered() -> None:
    text = "| Role | Name | Approved |\n|--|--|--|\n| PM | Ana | [x] |\n| PMM | Bo | [ ] |\n"
    assert refused(text, "plan.md", include_plain=True)[0] == "import-no-checklist"


def test_a_workbook_of_another_name() -> None:
    assert readers.read_content(book(("P", [["Task"], ["A"]])), "x.txt", Options()).format == "xlsx"


def test_boxes_with_words_in_cells_of_another_column() -> None:
    text = (
        "| Item | Checklist |\n|--|--|\n| Login | - [x] *(existing)* |\n| Refresh | - [ ] Plan it |\n| Out | - [x] |\n"
    )
    assert [task.done for task in tasks(text, "plan.md", include_plain=True)] == [True, False, True]
    text = "| # | Step | Pass? |\n|--|--|--|\n| 1 | Install | \u2610 |\n| 2 | Launch | \u2611 |\n"
    assert [task.done for task in tasks(text, "plan.md", include_plain=True)] == [False, True]
