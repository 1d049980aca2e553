"""Lanes judged by words."""

import pytest

from launchready.exchange.fields import field_of, read_lane
from launchready.exchange.lanes import PM_WORDS, PMM_WORDS, lane_of


@pytest.mark.parametrize(
    ("title", "lane"),
    [
        ("QA sign-off", "pm"),
        ("Security reviews done", "pm"),
        ("Roll out behind a feature flag", "pm"),
        ("Release notes", "pm"),
        ("Press release", "pmm"),
        ("Social-media posts", "pmm"),
        ("Battle cards", "pmm"),
        ("Pricing page", "pmm"),
        ("Message test", "pmm"),
        ("Test the launch e-mail", "joint"),
        ("Cake", "joint"),
        ("Meet at 3 PM", "joint"),
        ("Read /blog/testing", "joint"),
        ("Bloggers", "joint"),
    ],
)
def test_whole_words_of_the_title(title: str, lane: str) -> None:
    assert lane_of(title) == lane


def test_the_area_decides_only_where_the_title_says_nothing() -> None:
    assert lane_of("Cake", "Marketing") == "pmm"
    assert lane_of("QA", "Marketing") == "pm"
    assert lane_of("QA and press", "Marketing") == "joint"
    assert lane_of("Cake", "", "Marketing") == "pmm"


def test_an_owner_that_is_the_role_says_it_outright() -> None:
    assert lane_of("Blog post", "Press", "PM / Eng") == "pm"
    assert lane_of("QA", "", "PMM") == "pmm"
    assert lane_of("QA", "", "PM / PMM") == "joint"


def test_no_word_is_in_both_lists() -> None:
    words = [{word.strip() for word in words.split(",")} for words in (PM_WORDS, PMM_WORDS)]
    assert words[0].isdisjoint(words[1])


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Task Owner", "owner"),
        ("Owner(s)", "owner"),
        ("**Due date:**", "due"),
        ("target_date", "due"),
        ("TASK TITLE", "title"),
        ("Comments", "notes"),
        ("Risk", None),
        ("x" * 10_000, None),
    ],
)
def test_headings_name_fields(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


def test_a_cell_names_a_lane_outright() -> None:
    assert [read_lane(text) for text in ("PMM", "Product", "PM / PMM", "Finance")] == ["pmm", "pm", "joint", None]
