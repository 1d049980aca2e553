"""Markdown checklists, one small case for each form that people write."""

import pytest

from launchready.exchange.checklist import Link
from tests.exchange.markdown.reading import checklist, codes, refusal, titles


def test_a_list_straight_after_summary_and_inside_details_counts() -> None:
    read = checklist("""
        ## Before

        <details><summary>Shop <b>window</b></summary>
        - [ ] Banner
          - [x] Small one
        </details>
        - [ ] After the block

        <details>
        <summary>Till</summary>

        - [ ] Receipt
        </details>
        """)
    assert [(task.area, task.title, len(task.steps)) for task in read.tasks] == [
        ("Shop window", "Banner", 1),
        ("Before", "After the block", 0),
        ("Till", "Receipt", 0),
    ]


def test_a_comment_inside_an_html_block_stays_hidden() -> None:
    assert titles("<div>\n<!-- - [ ] hidden\n- [ ] hidden too -->\n- [ ] seen\n</div>\n") == ["seen"]


def test_boxes_below_a_box_are_its_steps_at_any_depth() -> None:
    read = checklist("""
        - [ ] Parent
          - [x] Child
            - [ ] Grandchild
              1. [x] Great-grandchild
          - plain
            - [ ] Under a plain child
        """)
    (task,) = read.tasks
    assert [(step.text, step.done) for step in task.steps] == [
        ("Child", True),
        ("Grandchild", False),
        ("Great-grandchild", True),
        ("Under a plain child", False),
    ]
    assert (read.counts.tasks, read.counts.done) == (5, 2)
    assert task.notes == "- plain"


def test_boxes_below_a_plain_bullet_are_tasks_with_its_text_as_context() -> None:
    read = checklist("- Rehearsal\n  - [ ] Stage\n  - [x] Lights\n")
    assert [(task.title, task.notes) for task in read.tasks] == [("Stage", "Rehearsal"), ("Lights", "Rehearsal")]


def test_plain_bullets_paragraphs_quotes_and_code_below_a_box_are_notes() -> None:
    (task,) = checklist("""
        - [ ] Pack
          - the tent
            - and pegs

          Ask first.

          > Twice.

          ```
          ls tent
          ```
        """).tasks
    assert task.notes == "- the tent\n  - and pegs\nAsk first.\nTwice.\nls tent"


def test_inline_markup_is_unwrapped_and_links_are_kept_beside() -> None:
    (task,) = checklist(
        "- [ ] **Send** the [_kit_](https://example.org/kit) with `code`, ~~old~~ &amp; [spec](docs/spec.md) [plan]() "
        "<b>now</b> <!-- soon --> \N{ROCKET} https://example.org/a_b\n"
    ).tasks
    assert task.title == "Send the kit with code, old & spec plan now \N{ROCKET}"
    assert task.links == (
        Link("kit", "https://example.org/kit"),
        Link("https://example.org/a_b", "https://example.org/a_b"),
    )
    assert task.notes == "spec (docs/spec.md)"


def test_a_reference_link_is_resolved_and_a_script_link_is_none() -> None:
    (task,) = checklist("- [ ] See [the wiki][w] [bad](javascript:alert(1))\n\n[w]: https://example.org/w\n").tasks
    assert task.links == (Link("the wiki", "https://example.org/w"),)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("- [ ] ![three stars](stars.png)", "three stars"),
        ("- [ ] <!-- name the venue -->", "name the venue"),
        ("- [ ] https://example.org/ticket/7", "https://example.org/ticket/7"),
        ("- [ ] [](https://example.org)", "[](https://example.org)"),
    ],
)
def test_a_title_is_never_empty(line: str, title: str) -> None:
    assert titles(line + "\n") == [title]


def test_the_rest_after_a_line_break_and_of_a_very_long_title_goes_to_the_notes() -> None:
    assert checklist("- [ ] Title<br>and more\n").tasks[0].notes == "and more"
    long = "word " * 60
    (task,) = checklist(f"- [ ] {long}\n").tasks
    assert len(task.title) <= 200
    assert task.title.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert task.notes == long.strip()


def test_control_characters_do_not_reach_the_title() -> None:
    assert titles("- [ ] Red \x1b[31malert\x07\n") == ["Red [31malert"]


def test_the_nearest_heading_is_the_area_and_the_only_top_heading_the_title() -> None:
    read = checklist("""
        # Autumn launch

        - [ ] First

        ## Press & *blog*

        - [ ] Second

        Under-
        lined
        ---

        - [ ] Third

        <h3 align="center">By tag</h3>

        - [ ] Fourth
        """)
    assert read.title == "Autumn launch"
    assert [task.area for task in read.tasks] == ["", "Press & blog", "Under- lined", "By tag"]


def test_several_top_headings_are_areas() -> None:
    read = checklist("# One\n- [ ] a\n# Two\n- [ ] b\n")
    assert read.title == "plan"
    assert [task.area for task in read.tasks] == ["One", "Two"]


def test_a_bold_line_over_a_list_is_its_area_or_its_context() -> None:
    read = checklist("**Print:**\n\n- [ ] Flyer\n\n**Film**\n- [ ] Clip\n\n## Week 3\n\n**Tasks:**\n\n- [ ] Tidy\n")
    assert [(task.area, task.notes) for task in read.tasks] == [("Print", ""), ("Film", ""), ("Week 3", "Tasks")]


def test_front_matter_is_skipped_and_gives_the_title() -> None:
    read = checklist("---\ntitle: 'Spring: the plan'\ntags:\n  - [ ] no\n---\n## A\n- [ ] b\n")
    assert read.title == "Spring: the plan"
    assert [task.place for task in read.tasks] == ["line 7"]
    template = checklist("---\nname: Launch\nabout: For launches\ntitle: 'Launch of ___'\n---\n- [ ] b\n")
    assert template.title == "Launch"
    assert checklist('+++\ntitle = "Toml"\n+++\n- [ ] b\n').title == "Toml"


def test_a_rule_on_the_first_line_is_no_front_matter() -> None:
    assert titles("---\n- [ ] a\n---\n- [ ] b\n") == ["a", "b"]


def test_code_is_read_only_when_asked_for() -> None:
    text = "- [ ] Real\n\n```md\n## Sub\n- [x] Sample\n```\n\n    - [ ] indented\n"
    assert titles(text) == ["Real"]
    assert [(w.code, w.arguments) for w in checklist(text).warnings] == [
        ("fenced-boxes-left-out", {"line": 3, "count": 2}),
    ]
    read = checklist(text, fenced=True)
    assert [(task.title, task.area, task.place) for task in read.tasks] == [
        ("Real", "", "line 1"),
        ("Sample", "Sub", "line 5"),
        ("indented", "Sub", "line 8"),
    ]


def test_code_that_is_the_only_checklist_is_read_and_said() -> None:
    read = checklist("Copy this:\n\n```\n  -[ ] Tight\n    -[x] Step\n```\n")
    assert [(task.title, len(task.steps)) for task in read.tasks] == [("Tight", 1)]
    assert codes(read) == ["fenced-boxes-read"]


def test_lines_that_are_bare_boxes_are_read_only_if_there_are_no_others() -> None:
    read = checklist("Before the day\n[ ] Ice\n[x] Cups\n\n[ ] Yes [ ] No\n")
    assert [(task.title, task.done, task.place) for task in read.tasks] == [
        ("Ice", False, "line 2"),
        ("Cups", True, "line 3"),
    ]
    assert codes(read) == ["bare-boxes-read", "answer-boxes-left-out"]
    assert codes(checklist("- [ ] Real\n\n[ ] Bare\n")) == ["bare-boxes-left-out"]


def test_a_mark_that_is_neither_blank_nor_tick_is_open_and_said() -> None:
    read = checklist("- [~] Half\n- [-] Dropped\n")
    assert [task.done for task in read.tasks] == [False, False]
    assert [w.arguments for w in read.warnings] == [{"line": 1, "mark": "~"}, {"line": 2, "mark": "-"}]


def test_a_box_without_text_is_said_but_its_children_count() -> None:
    read = checklist("- [ ]\n  - [ ] Child\n")
    assert ([task.title for task in read.tasks], codes(read)) == (["Child"], ["untitled-boxes-left-out"])


def test_no_boxes_says_what_was_found_instead() -> None:
    error = refusal("# Plan\n\n- one\n- two\n  - three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert error.code == "import-no-checklist"
    assert error.arguments == {
        "file": "plan.md",
        "items": 3,
        "items_line": 3,
        "rows": 1,
        "rows_line": 9,
        "answers": 0,
        "answers_line": 0,
        "untitled": 0,
        "untitled_line": 0,
    }


def test_a_bare_address_at_the_end_goes_with_its_brackets_or_stays_where_words_lead_on_to_it() -> None:
    read = checklist(
        "- [ ] Harden it (see https://x.org)\n- [ ] Merge updates in https://x.org/pulls\n- [ ] Page: https://x.org\n"
    )
    assert [task.title for task in read.tasks] == ["Harden it", "Merge updates in https://x.org/pulls", "Page"]
    assert all(len(task.links) == 1 for task in read.tasks)
