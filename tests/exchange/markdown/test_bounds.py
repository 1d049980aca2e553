"""Markdown that would take unbounded time or memory is cut short or refused, and the rest is still read."""

import pytest

from tests.exchange.markdown.reading import checklist, codes, refusal, titles


def test_nesting_without_end_is_read_as_far_as_it_goes_and_said() -> None:
    read = checklist("".join("  " * depth + "- [ ] a\n" for depth in range(300)))
    assert 40 < read.counts.tasks < 300
    assert "nested-too-deep" in codes(read)


@pytest.mark.parametrize(
    "text",
    ["|a|b|\n|-|-|\n" + "|[ ] x|y|\n" * 90_000, ("- " * 48 + "[ ] a\n") * 9_000],
    ids=["too many cells", "too many nested items"],
)
def test_more_structure_than_a_checklist_has_is_refused(text: str) -> None:
    assert refusal(text).code == "import-too-complex"


@pytest.mark.parametrize("filler", ["a", "[", "`", "*a", "![", "<a ", " - @a", "(", "|"])
def test_an_endless_line_is_cut_and_the_rest_still_read(filler: str) -> None:
    assert titles(f"- [ ] First\n\n{filler * 100_000}\n\n- [ ] Last\n")[-1] == "Last"


def test_a_comment_on_an_endless_line_still_ends() -> None:
    assert titles(f"<!-- {'a' * 30_000} --> {'b' * 30_000}\n\n- [ ] Last\n") == ["Last"]
