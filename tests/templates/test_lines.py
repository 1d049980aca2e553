"""The line of a table or key, whatever stands around it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from launchready import places
from launchready.templates.lines import line_of

TEXT = '''# a comment with [[tasks]] in it
title = "x # [[tasks]]"
notes = """
[[tasks]]
title = "not a key" \\"""
still = "in the string"""" # four quotation marks end a string that ends in one
empty = """"""
lists = [
    "a",  # ]
    { b = "[" },
    'c]',
]

  [[ tasks ]]  # indented
"title" = 'first'
tiers . 1 = "T-1 gating"
literal = \'\'\'
lane = "no" \\\'\'\'
[tasks.tiers.sub]
deep = 1
[[tasks]]

lane = "pm"
[[tasks.steps]]
text = "one"
[[tasks.steps]]
text = "two"
[last]
key = 1979-05-27T07:32:00Z'''

LINES = {
    ("title",): 2,
    ("notes",): 3,
    ("empty",): 7,
    ("lists",): 8,
    ("tasks", 0): 14,
    ("tasks", 0, "title"): 15,
    ("tasks", 0, "tiers"): 16,
    ("tasks", 0, "tiers", "1"): 16,
    ("tasks", 0, "literal"): 17,
    ("tasks", 0, "tiers", "sub", "deep"): 20,
    ("tasks", 1): 21,
    ("tasks", 1, "lane"): 23,
    ("tasks", 1, "steps", 1, "text"): 27,
    ("last", "key"): 29,
}


@pytest.mark.parametrize(("path", "line"), LINES.items())
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_key_is_found(path: tuple[str | int, ...], line: int, newline: str) -> None:
    assert line_of(TEXT.replace("\n", newline), path) == line


def test_what_is_not_written_out_answers_with_what_holds_it() -> None:
    assert line_of(TEXT, ("tasks", 1, "title")) == 21
    assert line_of(TEXT, ("lists", 1, "b")) == 8
    assert line_of(TEXT, ("nowhere",)) == 1
    assert line_of("", ("tasks",)) == 1


def test_every_key_of_the_shipped_template_is_found_on_its_own_line() -> None:
    path = Path(places.resources() / "templates" / "standard.toml")
    text = path.read_text(encoding="utf-8")
    rows = text.splitlines()
    for n, task in enumerate(tomllib.loads(text)["tasks"]):
        assert rows[line_of(text, ("tasks", n)) - 1] == "[[tasks]]"
        assert rows[line_of(text, ("tasks", n, "id")) - 1] == f'id = "{task["id"]}"'
