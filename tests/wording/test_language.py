"""The language that the product speaks, and the English of it."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest

from launchready.wording import language
from launchready.wording.language import Texts, in_english, plural, speak, tr, translate


@pytest.fixture
def loud() -> Iterator[None]:
    """A language that says all in capitals, and where it was asked."""
    before = language._chosen
    speak(lambda context, text, note, n: f"{context}|{text.upper()}|{note or ''}|{n}")
    yield
    speak(before)


@pytest.mark.parametrize(
    ("text", "one", "many"),
    [
        ("%n task(s)", "%n task", "%n tasks"),
        ("%n gate(s) (is|are) open", "%n gate is open", "%n gates are open"),
        ("%n more", "%n more", "%n more"),
        ("finish (it|them), name (it|them)", "finish it, name it", "finish them, name them"),
    ],
)
def test_english_has_two_forms(text: str, one: str, many: str) -> None:
    assert [plural(text, n) for n in (0, 1, 2)] == [many, one, many]


def test_a_count_is_filled_in_and_what_is_not_counted_is_left_alone() -> None:
    assert tr("%n task(s)", "", 3) == "3 tasks"
    assert tr("{due} (workdays)") == "{due} (workdays)"


@pytest.mark.usefixtures("loud")
def test_texts_are_asked_for_when_they_are_looked_up() -> None:
    table = Texts({"a": "one", "b": lambda n: tr("%n two", "", n)}, "Numbers")
    assert table["a"] == "Numbers|ONE||-1"
    assert table.counted("b", 2) == "|%N TWO||2"
    with in_english():
        assert (table["a"], table.counted("b", 2)) == ("one", "2 two")
    assert table.get("c", "none") == "none"
    assert list(table) == ["a", "b"]


@pytest.mark.usefixtures("loud")
def test_english_meanwhile_is_english_here_alone() -> None:
    heard: list[str] = []
    with in_english():
        other = Thread(target=lambda: heard.append(tr("word")))
        other.start()
        other.join()
        assert translate("Somewhere", "word", "noun") == "word"
    assert heard == ["|WORD||-1"]
    assert translate("Somewhere", "word", "noun") == "Somewhere|WORD|noun|-1"
