"""Columns are as wide as what stands in them needs, up to a limit."""

from __future__ import annotations

import msgspec
import pytest

from launchready.exchange.summary.blocks import Column, Group, Section, Span, Table
from launchready.exchange.summary.column_widths import fitted
from launchready.exchange.summary.lines import Lines

TITLED = (Column("Key", 50), Column("Task"), Column("Owner", 84), Column("Due", 72))


def table(*rows: tuple[str, ...], columns: tuple[Column, ...] = TITLED) -> Table:
    return Table(columns, (Group("", tuple(tuple(((Span(text),),) for text in row) for row in rows)),))


def widths(*tables: Table) -> list[list[int]]:
    made = fitted(Section("tasks", "All tasks", "", tables)).blocks
    return [[column.width for column in block.columns] for block in made if isinstance(block, Table)]


def test_a_column_takes_what_its_longest_line_takes() -> None:
    (made,) = widths(table(("J-1", "Tier confirmed", "Priya Nair", "4 Dec 2026"), ("J-2", "x", "L. Chen", "T−3")))
    assert [was.width >= now for was, now in zip(TITLED, made, strict=True)] == [True] * 4
    assert made[1] == 0 < made[2] < 60
    owner = ((Span("Priya Nair"),),)
    assert Lines(made[2] - 10).of(owner) == 1
    assert Lines(made[2] - 13).of(owner) == 2


def test_no_column_grows_beyond_its_limit() -> None:
    (made,) = widths(table(("J-1", "x", "Priya Nair of the launch team, with her delegate", "4 Dec 2026")))
    assert made[2] == 84


@pytest.mark.parametrize("text", ["設計の確認", "اختبار", "🚀"])
def test_a_line_of_unknown_width_leaves_the_limit(text: str) -> None:
    (made,) = widths(table(("J-1", "x", text, "")))
    assert made[2] == 84


def test_a_title_has_room() -> None:
    (made,) = widths(table(("", "", "", "")))
    titles = [((Span(column.title, "strong"),),) for column in TITLED]
    assert [Lines(made[at] - inset).of(titles[at]) for at, inset in ((0, 5), (2, 10), (3, 5))] == [1, 1, 1]


def test_tables_of_the_same_columns_stay_alike() -> None:
    short, long = table(("J-1", "x", "L. Chen", "")), table(("J-1", "x", "Priya Nair", ""))
    made = widths(short, long)
    assert made[0] == made[1] == widths(long)[0]


def test_parties_share_their_room_by_their_longest_words() -> None:
    columns = (Column("Activity"), Column("PM", align="center"), Column("Communications", align="center"))
    (made,) = widths(table(("x", "A", "R"), columns=columns))
    assert made[0] == 0 < made[1] < made[2]
    many = (Column("Activity"), *(msgspec.structs.replace(columns[2], title=f"Marketing {n}") for n in range(20)))
    assert sum(widths(table(("x", *"A" * 20), columns=many))[0]) <= 330
