"""What real exports hold, and what is refused: item by item the test that names it, and those that had no place yet."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from launchready.exchange import readers
from launchready.exchange.checklist import ImportRefused
from launchready.wording.problems import problem
from tests.exchange.reading_tables import one, refused, tasks, understood, warned

ODDITIES = {
    "Jira CSV: names repeat": "tables.csv_in.test_repeated_names_lose_nothing",
    "Jira CSV: hundreds of columns in any order": "oddities.test_four_hundred_columns_in_any_order",
    "Jira CSV: no status in a cut-down export": "tables.products.test_a_cut_down_jira_export_without_status_is_read",
    "Jira CSV: in other languages": "exports_of_products.test_jira_in_french",
    "Asana CSV: done by Completed At": "tables.products.test_asana_has_no_status_and_is_done_when_completed",
    "Asana CSV: a parent by a name that repeats": "tables.csv_in.test_a_parent_that_is_named_twice_is_the_first",
    "ClickUp": "tables.products.test_clickup",
    "plans: many names for one column": "oddities.test_names_that_plans_give_their_columns",
    "plans: predecessors such as 5;6 and 2fs": "tables.csv_in.test_prerequisites_by_number_by_link_and_by_title",
    "plans: a share complete, 1 or .5": "tables.csv_in.test_pct_of_one_and_of_a_half",
    "plans: a preamble of several lines": "tables.csv_in.test_a_preamble_may_stand_above_the_header",
    "plans: a header as late as row 8": "tables.csv_in.test_a_header_may_stand_in_row_eight",
    "plans: two header rows": "exports_of_products.test_two_header_rows",
    "plans: no header row": "tables.shape.test_a_file_without_a_header_is_offered_with_columns_by_letter",
    "plans: merged cells": "tables.xlsx_in.test_merged_cells_hold_for_their_rows",
    "plans: a Gantt grid": "tables.xlsx_in.test_the_header_is_found_wherever_it_stands",
    "plans: a thousand mostly empty rows": "tables.xlsx_in.test_a_thousand_mostly_empty_rows",
    "plans: indentation by spaces": "tables.xlsx_in.test_indentation_by_leading_spaces",
    "plans: phase rows without an owner": "tables.csv_in.test_phase_rows_without_an_owner_head_the_rows_below",
    "plans: rows that sum up": "exports_of_products.test_rows_that_sum_up_are_no_tasks",
    "plans: TRUE and FALSE, a tick column with x": "tables.csv_in.test_true_and_false_as_text_and_a_tick_column_with_x",
    "Todoist": "exports_of_products.test_todoist_has_its_sections_and_comments_as_rows",
    "Azure DevOps: a column for each level": "exports_of_products.test_a_tree_with_a_column_of_titles_for_each_level",
    "Notion: pages with their addresses": "exports_of_products.test_pages_of_notion_that_wait_for_each_other",
    "plans: answers to tick": "exports_of_products.test_columns_to_tick_yes_or_no",
    "plans: counts below": "exports_of_products.test_counts_below_a_list_are_no_tasks",
    "plans: several sheets, one with a column more": "tables.xlsx_in.test_a_sheet_of_the_plan_may_have_a_column_more",
    "plans: several sheets with one plan": "tables.xlsx_in.test_sheets_with_the_same_header_are_one_plan",
    "plans: tables side by side": "tables.workbooks.test_tables_side_by_side_are_read_with_their_names_as_areas",
    "plans: another table below": "tables.workbooks.test_a_table_with_other_columns_below_a_gap_is_left",
    "plans: signatures and notes below": "tables.workbooks.test_what_stands_below_a_form_is_no_task",
    "plans: ticks of Wingdings": "tables.workbooks.test_letters_that_a_font_shows_as_ticks",
    "plans: hidden rows": "tables.xlsx_in.test_hidden_rows_are_read_and_told_and_can_be_left_out",
    "Trello: checklists at top level, archived, actions": "json_in."
    "test_trello_joins_checklists_by_card_and_leaves_out_the_archive",
    "Trello: old exports": "json_in.test_an_old_trello_export_has_no_labels_fields_or_due_complete",
    "Jira JSON: a category that may be absent": "json_in.test_jira_by_category_then_resolution_then_name",
    "GitHub JSON: its shapes": "json_in.test_github_in_all_its_shapes",
    "GitHub JSON: wrapped, as GraphQL and pages are": "json_wrapped.test_answers_that_wrap_their_issues",
    "GitHub JSON: items of a project": "json_wrapped.test_items_of_a_github_project",
    "GitHub JSON: drafts": "json_wrapped.test_github_issues_that_are_yet_to_be_made_have_no_state",
    "Jira JSON: flat": "json_wrapped.test_jira_issues_that_a_script_made_flat",
    "Trello: cards without their board": "json_wrapped.test_trello_cards_without_their_board",
    "Trello: lists that only sound done": "json_in.test_trello_lists_that_only_sound_done",
    "GitHub JSON: pull requests": "json_in.test_github_leaves_out_pull_requests",
    "Markdown: front matter": "markdown.tasks.test_front_matter_is_skipped_and_gives_the_title",
    "Markdown: boxes in comments": "markdown.box.test_what_looks_like_a_box_but_is_none",
    "Markdown: boxes in code": "markdown.tasks.test_code_is_read_only_when_asked_for",
    "Markdown: every spelling of a box": "markdown.box.test_a_box_however_it_is_written",
    "Markdown: boxes whose words stand below": "markdown.box.test_a_box_whose_words_stand_below_it",
    "Markdown: boxes in cells": "markdown.fields.test_a_first_cell_with_the_box_alone_takes_its_title_from_the_next",
    "Markdown: boxes in any column": "readers.test_tables_with_their_boxes_in_any_column_are_offered",
    "Markdown: choices of yes and no": "markdown.box.test_a_choice_needs_short_answers_to_be_one",
    "Markdown: a list straight after summary": "markdown.tasks."
    "test_a_list_straight_after_summary_and_inside_details_counts",
    "Markdown: three levels": "markdown.tasks.test_boxes_below_a_box_are_its_steps_at_any_depth",
    "Markdown: plain bullets as notes": "markdown.tasks."
    "test_plain_bullets_paragraphs_quotes_and_code_below_a_box_are_notes",
    "Markdown: no boxes at all": "readers.test_lists_and_tables_without_boxes_are_offered",
    "dates: ISO, Jira's, RFC 822, serials, relative, placeholders": "tables.csv_in.test_dates",
    "dates: of other languages": "exports_of_products.test_dates_of_other_languages_with_a_weekday_or_as_a_span",
    "dates: ambiguous": "tables.csv_in.test_an_ambiguous_date_is_asked_about_and_never_guessed",
    "dates: ambiguous with a clock": "oddities.test_a_date_with_a_clock_can_be_ambiguous_too",
    "dates: formulas": "tables.xlsx_in.test_a_formula_is_read_by_its_cached_value",
    "dates: a week by its number": "tables.csv_in.test_a_week_by_its_number_is_no_date_and_is_kept",
    "status: many words with typos and spaces": "status_words.test_words",
    "status: one name, two meanings": "tables.products.test_jira_trusts_category_then_resolution_then_words",
    "status: told before anything is imported": "readers.test_every_status_word_tells_what_it_was_read_as",
    "owners: cells": "tables.csv_in.test_owners",
    "owners: teams, groups, members": "oddities.test_teams_and_groups_as_owners",
    "owners: at the ends of titles": "reading.test_a_title_that_names_its_owners",
    "owners: @ in addresses and in plain text": "reading.test_a_title_that_names_none",
    "sign-offs: a table of roles": "markdown.fields.test_a_sign_off_table_and_approval_choices_give_no_tasks",
    "sign-offs: at most a task": "bad_input.test_a_sign_off_in_a_file_is_never_more_than_a_task",
}
REFUSED = {
    "empty": "bad_input.test_empty",
    "header only": "bad_input.test_header_only",
    "no title column": "bad_input.test_no_title_column_names_the_columns_found",
    "unclosed quote": "bad_input.test_an_unclosed_quote_is_told_by_its_first_line",
    "NUL": "bad_input.test_nul",
    "another encoding": "bad_input.test_another_encoding_is_asked_for_and_never_guessed",
    "unknown lane": "bad_input.test_an_unknown_lane_names_row_and_column_until_somebody_says_what_it_means",
    "unknown status": "bad_input.test_an_unknown_status_names_row_and_column_until_somebody_says_what_it_means",
    "old, encrypted or no workbook": "bad_input.test_an_old_workbook_a_locked_one_and_no_workbook_are_told_apart",
    "zip bomb": "bad_input.test_a_zip_bomb_is_not_unpacked",
    "entity bomb": "bad_input.test_entities_are_refused_before_anything_is_parsed",
    "members outside": "bad_input.test_a_member_outside_of_the_archive",
    "formula without value": "bad_input.test_a_formula_without_a_cached_value",
    "#REF!": "bad_input.test_a_reference_error",
    "a million-row dimension": "bad_input.test_a_million_row_dimension_with_a_cell_at_its_end",
    "over 50,000 rows": "bad_input.test_over_fifty_thousand_rows",
    "lines of ten megabytes": "bad_input.test_a_line_of_ten_megabytes",
    "deep JSON": "bad_input.test_deep_json",
    "large JSON": "oddities.test_a_file_over_ten_megabytes_is_not_read",
    "duplicate keys, NaN": "bad_input.test_duplicate_keys_and_numbers_that_json_has_not",
    "an error page": "bad_input.test_an_error_page_instead_of_data",
    "an error answer": "bad_input.test_an_error_answer_instead_of_data",
    "the wrong product": "bad_input.test_the_wrong_product_is_told",
    "a page of an export": "json_in.test_a_page_of_many_is_told",
    "nothing is changed": "oddities.test_a_refused_file_is_left_as_it_was",
    "bounded time and memory": "bombs.test_a_bomb_is_refused_or_read_within_bounds",
    "whatever else": "readers_mutated.test_spoiled_bytes",
}


@pytest.mark.parametrize("item", [*ODDITIES, *REFUSED])
def test_it_has_a_test_that_names_it(item: str) -> None:
    *folders, module, name = (ODDITIES | REFUSED)[item].split(".")
    assert callable(getattr(import_module(".".join(["tests.exchange", *folders, f"test_{module}"])), name, None))


def test_four_hundred_columns_in_any_order() -> None:
    custom = [f"Custom field (Field {number})" for number in range(390)]
    header = ["Due date", *custom[:200], "Status", "Summary", *custom[200:], "Watchers", "Watchers", "Issue key"]
    row = ["2026-03-01", *[""] * 200, "Done", "Ship", *["x"] * 190, "a", "b", "T-1"]
    found = understood(",".join(header) + "\n" + ",".join(row) + "\n")
    (task,) = found.checklist.tasks
    assert (found.product, task.title, task.id, task.done) == ("jira", "Ship", "T-1", True)
    assert len(found.columns) == len(header)


@pytest.mark.parametrize("title", ["Task Name", "TASK TITLE", "Task", "initiative", "DESCR"])
@pytest.mark.parametrize("owner", ["Owner", "Task Owner", "Assignee", "Resourcing"])
@pytest.mark.parametrize("due", ["Due Date", "target_date"])
def test_names_that_plans_give_their_columns(title: str, owner: str, due: str) -> None:
    task = one(f"{owner},{due},{title},Duration,Phase\nAna,2026-03-01,Brief,3d,Prep\n")
    assert (task.title, task.owner, task.area, task.due is not None) == ("Brief", "Ana", "Prep", True)


def test_a_date_with_a_clock_can_be_ambiguous_too() -> None:
    found = understood("Task,Due date\nBrief,06-09-2024 13:55\n")
    assert (found.checklist.tasks[0].due, len(found.dates)) == (None, 1)
    assert "in two ways" in warned(found)[0]


@pytest.mark.parametrize(
    ("said", "owner"), [("@org/team", "@org/team"), ("- GROWTH", "GROWTH"), ("@a & @b", "@a"), ("GM / Peta", "GM")]
)
def test_teams_and_groups_as_owners(said: str, owner: str) -> None:
    assert [task.owner for task in tasks(f'Task,Owner\nBrief,"{said}"\n')] == [owner]


def test_a_file_over_ten_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "issues.json"
    path.write_text(json.dumps([{"title": "x" * 10_100_000, "state": "open"}]))
    with pytest.raises(ImportRefused) as caught:
        readers.read(path)
    assert (caught.value.code, str(path) in problem(caught.value.code, caught.value.arguments)) == (
        "import-too-large",
        True,
    )


@pytest.mark.parametrize("content", [b"", b"Colour,Size\nred,4\n", b'{"a":', b"PK\x03\x04" + bytes(50)])
def test_a_refused_file_is_left_as_it_was(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(content)
    with pytest.raises(ImportRefused):
        readers.read(path)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["plan.csv"]
    assert str(path) in refused(content, str(path))[1]
