"""Boxes, in each form that people write."""

import pytest

from tests.exchange.markdown.reading import checklist, codes, titles


@pytest.mark.parametrize(
    ("line", "done"),
    [
        ("- [ ] Book the room", False),
        ("* [ ] Book the room", False),
        ("+ [x] Book the room", True),
        ("- [X] Book the room", True),
        ("-   [ ] Book the room", False),
        ("-       [x] Book the room", True),
        ("-[ ] Book the room", False),
        ("- - [ ] Book the room", False),
        ("   -  - [ ] Book the room", False),
        ("1. [ ] Book the room", False),
        ("1.[x] Book the room", True),
        ("2) [ ] Book the room", False),
        ("- [ ]  Book the room", False),
        ("- [x] &#x20;Book the room", True),
        ("- [ ]&nbsp;Book the room", False),
        ("- [ ]Book the room", False),
        ("- [] Book the room", False),
        ("- [  ] Book the room", False),
        ("- [ x ] Book the room", True),
        (r"- \[ \] Book the room", False),
        (r"- \[x\] Book the room", True),
        ("- **[ ] Book the room**", False),
        ("- **[x]** Book the room", True),
        ("- <a id='r'></a>[ ] Book the room", False),
        ("\N{BULLET} [ ] Book the room", False),
        ("- \N{BALLOT BOX} Book the room", False),
        ("- \N{BALLOT BOX WITH CHECK}\N{VARIATION SELECTOR-16} Book the room", True),
        ("- [\N{CHECK MARK}] Book the room", True),
        ("> - [ ] Book the room", False),
        ("- [ ] Book\n  the room", False),
        ("- [ ] Book the room:", False),
    ],
)
def test_a_box_however_it_is_written(line: str, done: bool) -> None:
    task = checklist(line + "\n").tasks[0]
    assert (task.title, task.done, task.place) == ("Book the room", done, "line 1")


@pytest.mark.parametrize(
    "line",
    [
        "- [x](https://example.org/x) is a link",
        "- [ ](https://example.org/x) is a link",
        "- [x][ref] is a link\n\n[ref]: https://example.org",
        "- [ ] Yes [ ] No",
        "- [x] Go  [ ] No-go",
        "- \N{BALLOT BOX} Yes \N{BALLOT BOX} No",
        "- Approved: [ ] Yes [ ] No",
        "- Array `[ ]` in code",
        "- [ ]",
        "- [ ] \N{ZERO WIDTH SPACE}",
        "<!-- - [ ] one line -->",
        "<!--\n- [ ] several\n\n- [x] lines\n-->",
        "- x\n  <!-- - [ ] below an item -->",
        "<pre>\n- [ ] preformatted\n</pre>",
    ],
)
def test_what_looks_like_a_box_but_is_none(line: str) -> None:
    assert titles(f"- [ ] Real\n\n{line}\n") == ["Real"]


def test_a_choice_needs_short_answers_to_be_one() -> None:
    assert titles("- [ ] Compare the old [ ] boxes with the new and longer ones\n") == [
        "Compare the old [ ] boxes with the new and longer ones"
    ]


def test_a_box_whose_words_stand_below_it() -> None:
    read = checklist("- [ ]\n  ```sh\n  run `this` now\n  ```\n- [x]\n\n  Publish the *page*\n\n- [ ]\n")
    assert [(task.title, task.done) for task in read.tasks] == [("run `this` now", False), ("Publish the page", True)]
    assert codes(read) == ["untitled-boxes-left-out"]


def test_boxes_with_signs_or_in_html() -> None:
    read = checklist(
        "- [\u2705] One\n- [\u2714\ufe0f] Two\n- [>] Three\n- [!] Four\n- [\u274c] Five\n"
        '- <input type="checkbox" checked> Six\n- <input type="checkbox" disabled> Seven\n'
    )
    assert [task.done for task in read.tasks] == [True, True, False, False, False, True, False]
    assert [task.title for task in read.tasks][-2:] == ["Six", "Seven"]
