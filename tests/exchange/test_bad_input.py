"""What is refused, by the file, the row and the column; each case of the kind once."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import pytest

from launchready.exchange.checklist import ImportRefused
from launchready.exchange.understood import area_lanes, mapping, status_words
from tests.exchange.reading_tables import HEADER, MAIN, book, cells, package, refused, text, understood

PLAN = "Task,Owner\nBrief,Ana\n"


def test_empty() -> None:
    assert refused("")[0] == refused(" \n\n")[0] == refused(",,\n,,\n")[0] == "import-empty"
    assert refused(book(("Plan", [])), "plan.xlsx")[0] == "import-empty"
    assert refused("[]", "x.json")[0] == "import-empty"


def test_header_only() -> None:
    assert refused("Task,Owner\n") == (
        "import-header-only",
        "plan.csv, row 1: the columns are named here, but no rows follow. Export it again with its tasks.",
    )


def test_text_without_anything_to_import() -> None:
    assert refused("# Launch\n\nSoon.\n", "plan.md") == (
        "import-nothing",
        "plan.md has no tick boxes, lists or tables, so there is nothing to import. Put `- [ ]` before each task.",
    )
    assert refused("Soon.\n", "plan.xlsx")[0] == "import-not-xlsx"


def test_rows_without_any_title() -> None:
    assert refused("Task,Owner,Status\n,Ana,done\n")[0] == "import-no-rows"


def test_no_title_column_names_the_columns_found() -> None:
    code, words = refused("Colour,Size\nred,4\n")
    assert (code, "Colour, Size" in words, "row 1" in words) == ("import-no-title-column", True, True)


def test_an_unclosed_quote_is_told_by_its_first_line() -> None:
    assert refused('Task,Owner\nBrief,Ana\nDraft,"Bo\nShip,Cy\nThank,Di\n') == (
        "import-quote-unclosed",
        "plan.csv, line 3: a quote opens here and is never closed, so row 3 has no end. Close it or export the file "
        "again.",
    )


def test_a_quote_in_the_midst_of_a_cell_is_told() -> None:
    assert "line 2: row 2 goes on after a closing quote" in refused('Task,Owner\n"Brief" it,Ana\n')[1]


def test_nul() -> None:
    assert refused("Task,Owner\nBr\0ief,Ana\n")[1].startswith("plan.csv, line 2: this is not text (it has a zero byte)")


def test_another_encoding_is_asked_for_and_never_guessed() -> None:
    code, words = refused("Task,Owner\nPrüfen,Ana\n".encode("cp1252"))
    assert (code, "line 2" in words) == ("import-not-utf8", True)
    assert refused(PLAN, encoding="klingon")[0] == refused(PLAN, encoding="rot13")[0] == "import-unknown-encoding"


def test_an_unknown_lane_names_row_and_column_until_somebody_says_what_it_means() -> None:
    assert refused("Task,Lane\nBrief,Sales\n") == (
        "import-lane-unclear",
        "plan.csv, row 2, column Lane: “Sales” is no lane known here.",
    )
    found = understood("Task,Lane\nBrief,Sales\nCall,sales\n", lanes={"sales": "pmm"})
    found.require_answers()
    assert [task.lane for task in found.checklist.tasks] == ["pmm", "pmm"]


def test_a_word_for_a_lane_is_asked_about_once() -> None:
    assert len(understood("Task,Lane\nBrief,Sales\nCall,Sales\nWrite,Legal\n").questions) == 2


def test_an_unknown_status_names_row_and_column_until_somebody_says_what_it_means() -> None:
    text = "Task,Status\nBrief,done\nDraft,Banana\n"
    assert refused(text) == (
        "import-status-unclear",
        "plan.csv, row 3, column Status: “Banana” is no status known here.",
    )
    found = understood(text, statuses={"banana": "blocked"})
    found.require_answers()
    assert found.checklist.tasks[1].status == "blocked"


def test_an_old_workbook_a_locked_one_and_no_workbook_are_told_apart() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(ole, "plan.xls")[0] == "import-xls"
    assert refused(ole + "EncryptedPackage".encode("utf-16-le"), "plan.xlsx")[0] == "import-xlsx-encrypted"
    assert refused(bytes(50), "plan.xlsx")[0] == "import-not-xlsx"
    assert refused(b"PK\x03\x04" + bytes(50), "plan.xlsx")[0] == "import-xlsx-damaged"


def archive(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def test_a_zip_of_something_else() -> None:
    assert refused(archive(a="b"), "plan.zip")[0] == "import-zip-not-xlsx"


def test_a_binary_workbook() -> None:
    assert refused(archive(**{"xl/workbook.bin": "x"}), "plan.xlsb")[0] == "import-xlsb"


def test_a_zip_bomb_is_not_unpacked() -> None:
    data = package(HEADER, extra={"xl/sharedStrings.xml": "<sst>" + " " * 30_000_000 + "</sst>"})
    assert refused(data, "plan.xlsx")[0] == "import-zip-bomb"


def test_a_zip_that_lies_about_its_size_is_not_unpacked() -> None:
    data = bytearray(package(HEADER, extra={"xl/sharedStrings.xml": "<sst>" + " " * 30_000_000 + "</sst>"}))
    real = (30_000_011).to_bytes(4, "little")
    for place in [match.start() for match in re.finditer(re.escape(real), bytes(data))]:
        data[place : place + 4] = (1000).to_bytes(4, "little")
    assert refused(bytes(data), "plan.xlsx")[0] in ("import-zip-bomb", "import-xlsx-damaged")


def test_an_archive_of_very_many_members() -> None:
    assert refused(archive(**{f"m{number}": "" for number in range(2_100)}), "plan.xlsx")[0] == "import-zip-bomb"


def test_a_member_outside_of_the_archive() -> None:
    code, words = refused(package(HEADER, extra={"../../etc/x": "x"}), "plan.xlsx")
    assert (code, "../../etc/x" in words) == ("import-zip-outside", True)


def test_entities_are_refused_before_anything_is_parsed() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst>&b;</sst>'
    assert refused(package(HEADER, extra={"xl/sharedStrings.xml": bomb}), "plan.xlsx")[0] == "import-xml-entities"


def test_a_formula_without_a_cached_value() -> None:
    assert refused(package(HEADER + cells(2, text("Brief"), "><f>A1</f>")), "plan.xlsx") == (
        "import-formula-without-value",
        "plan.xlsx, row 2, column Owner: cell B2 holds a formula whose value was never saved. Open the file in a "
        "spreadsheet program, save it, and import it again.",
    )


def test_a_reference_error() -> None:
    code, words = refused(package(HEADER + cells(2, text("Brief"), text("Ana"), ' t="e"><v>#REF!</v>')), "plan.xlsx")
    assert (code, "row 2, column Due date: cell C2 holds the error #REF!" in words) == ("import-cell-error", True)


def test_a_million_row_dimension_with_a_cell_at_its_end() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    code, words = refused(package(HEADER + far, dimension="A1:XFD1048576"), "plan.xlsx")
    assert (code, "XFD1048576" in words) == ("import-sheet-too-wide", True)


def test_one_long_text_shared_by_very_many_cells() -> None:
    shared = f'<sst xmlns="{MAIN}"><si><t>{"a" * 32_000}</t></si></sst>'
    many = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(2, 9_000))
    code, _ = refused(package(HEADER + many, shared=shared), "plan.xlsx")
    assert code == "import-too-many-cells"


def test_over_fifty_thousand_rows() -> None:
    assert refused("Task,Owner\n" + "a,b\n" * 50_001)[0] == "import-too-many-rows"
    assert refused("Task\n" + "a\n" * 160_000)[0] == "import-too-many-rows"
    code, said = refused("- [ ] a\n" * 50_001, "plan.md")
    assert (code, said.partition(". ")[0]) == ("import-too-many-rows", "plan.md has more than 50,000 tasks")


def test_a_line_of_ten_megabytes() -> None:
    assert refused("Task,Owner\n" + "," * 1_900_000)[0] == "import-too-many-columns"
    assert refused("," * 9_000_000)[0] == "import-too-many-cells"
    assert refused("Task,Owner\n" + "x" * 9_000_000)[0] == "import-cell-too-long"


def test_a_cell_that_is_too_long_is_told_by_its_row() -> None:
    words = refused("Task,Owner\nBrief,Ana\n" + "x" * 200_000 + ",Bo\n")[1]
    assert (
        words == f"plan.csv, line 3: a cell of row 3 has more than {csv.field_size_limit():,} characters. Shorten it."
    )


def test_deep_json() -> None:
    assert refused("[" * 100_000 + "]" * 100_000, "x.json")[0] == "import-json-too-deep"
    assert refused('{"a":' * 5_000 + "1" + "}" * 5_000, "x.json")[0] == "import-json-too-deep"


def test_broken_json_is_told_by_line_and_column() -> None:
    assert refused('{"issues": [\n  {"key": }]}', "x.json")[1].startswith(
        "x.json, line 2, column 11: this is not sound JSON"
    )


def test_duplicate_keys_and_numbers_that_json_has_not() -> None:
    twice = '{"issues": [],\n "total": 1,\n "total": 2}'
    assert refused(twice, "x.json")[1].startswith("x.json, line 3: “total” is said twice")
    assert refused('{"cards": [], "lists": [],\n "pos": NaN}', "x.json")[1].startswith(
        "x.json, line 2: NaN is no number"
    )
    assert refused('{"pos": ' + "9" * 5_000 + "}", "x.json")[0] == "import-json-number"


@pytest.mark.parametrize(
    "answer",
    [
        {"message": "Not Found", "documentation_url": "https://docs.github.com"},
        {"errorMessages": ["Issue does not exist"], "errors": {}},
        {"error": {"code": 401, "message": "Sign in"}},
        {"errors": [{"message": "Bad"}]},
    ],
)
def test_an_error_answer_instead_of_data(answer: dict[str, object]) -> None:
    assert refused(json.dumps(answer), "x.json")[0] == "import-error-page"


def test_an_error_page_instead_of_data() -> None:
    code, words = refused("<!doctype html><title>Sign in</title>", "plan.csv")
    assert (code, "“Sign in”" in words) == ("import-html-page", True)
    assert refused("<?xml version='1.0'?><rss/>", "plan.xml")[0] == "import-xml"


def test_the_wrong_product_is_told() -> None:
    jira = json.dumps({"issues": [{"key": "T-1", "fields": {"summary": "x"}}]})
    assert refused(jira, "board.json", format="trello") == (
        "import-wrong-product",
        "board.json was to be read as Trello board (JSON), but it looks like Jira issues (JSON).",
    )
    assert refused(PLAN, format="excel")[0] == "import-unknown-format"


def test_json_of_something_else_names_what_it_holds() -> None:
    assert "(it has name, colour)" in refused('{"name": 1, "colour": 2}', "x.json")[1]
    assert "name, colour" in refused('{"name": 1, "colour": 2}', "x.json")[1]


def test_boards_and_searches_without_anything_open() -> None:
    assert refused('{"cards": [], "lists": []}', "x.json")[0] == "import-no-cards"
    assert refused('{"total_count": 0, "items": []}', "x.json")[0] == "import-no-issues"
    assert refused('{"expand": "x", "issues": []}', "x.json")[0] == "import-no-issues"


def test_a_launch_file_and_an_empty_launch() -> None:
    assert refused('{"log":{"1":{}}}', "atlas.launchready")[0] == "import-launch-file"
    assert refused('{"format": "launchready.launch", "tasks": []}', "x.json")[0] == "import-launch-empty"


def test_options_that_name_nothing() -> None:
    assert refused(PLAN, columns={"Who": "owner"})[1] == "plan.csv has no column “Who”. It has: Task, Owner."
    assert (
        refused(book(("Plan", [["Task"], ["a"]])), "x.xlsx", sheet="May")[1]
        == "x.xlsx has no sheet “May”. It has: Plan."
    )
    for make, said in ((mapping, "Owner"), (mapping, "Owner=boss"), (status_words, "x=y"), (area_lanes, "Web=sales")):
        with pytest.raises(ImportRefused):
            make([said], "plan.csv")  # type: ignore[operator]
    assert mapping(["Who is it = Done when"], "x") == {"Who is it": "done_when"}
    assert status_words(["IN UAT=In progress"], "x") == {"IN UAT": "in-progress"}
    assert area_lanes(["Web=PMM"], "x") == {"Web": "pmm"}


def test_a_sign_off_in_a_file_is_never_more_than_a_task() -> None:
    found = understood("Role,Name,Approved,Task\nPM,Ana,yes,Get approval\n").checklist.tasks
    assert [task.title for task in found] == ["Get approval"]
