"""The deck, as python-pptx and LibreOffice read it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pptx import Presentation

from launchready.exchange.deck import pptx as deck_pptx
from launchready.exchange.report.report import Report
from tests.exchange import sample_exports as samples
from tests.exchange.office import needs_office, pages
from tests.exchange.sample_report import BARE, FULL, VARIANTS, exported, hostile

LONG = "Konstantinopoulos-Papadimitriou, Aleksandra Wilhelmina"
MANY = msgspec.structs.replace(
    FULL,
    name="Atlas 3.0 for regulated industries " * 3,
    reasons=tuple(msgspec.structs.replace(one, owner=LONG, text=f"{one.text} " * 4) for one in FULL.reasons * 2),
    claims=FULL.claims * 6,
)
REPORTS = {**VARIANTS, "many": MANY, "hostile": hostile()}


def _slides(report: Report) -> list[Any]:
    return list(Presentation(io.BytesIO(deck_pptx.write(exported(report)))).slides)


def _words(slide: Any) -> str:
    frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return "\n".join([*frames, *(cell.text for grid in tables for row in grid.rows for cell in row.cells)])


def test_five_slides_with_titles_of_their_own() -> None:
    assert [slide.shapes.title.text for slide in _slides(FULL)] == [
        "Atlas 3.0: Not ready",
        "25 of 43 gates done",
        "What stands in the way: 5 gates, 1 claim, 2 sign-offs · 1 condition, 1 waiver",
        "2 of 3 claims in use supported",
        "Decision: Go recorded, Not ready now",
    ]
    assert _slides(VARIANTS["all-go"])[-1].shapes.title.text == "Decision: Go"
    undecided = msgspec.structs.replace(FULL, recorded=None)
    assert _slides(undecided)[-1].shapes.title.text == "Decision: none recorded yet"


def test_an_area_and_its_count_share_a_line() -> None:
    lane = FULL.lanes[0]
    long = tuple(msgspec.structs.replace(area, name=f"日本語 {area.name} " * 9) for area in lane.areas)
    report = msgspec.structs.replace(FULL, lanes=(msgspec.structs.replace(lane, areas=long), *FULL.lanes[1:]))
    lines = [line for line in _words(_slides(report)[1]).split("\n") if "日本語" in line]
    assert [line.split("…\t")[1] for line in lines] == [f"{area.done} of {area.total}" for area in long]


def test_it_is_wide() -> None:
    deck = Presentation(io.BytesIO(deck_pptx.write(exported(FULL))))
    assert deck.slide_width is not None
    assert deck.slide_height is not None
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78


@pytest.mark.parametrize("name", REPORTS)
def test_everything_stands_on_the_slide(name: str) -> None:
    deck = Presentation(io.BytesIO(deck_pptx.write(exported(REPORTS[name]))))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width  # type: ignore[operator]
            assert shape.top + shape.height <= deck.slide_height  # type: ignore[operator]


def test_long_lists_say_how_much_more_there_is() -> None:
    _, _, blockers, claims, _ = _slides(MANY)
    assert f"and {len(MANY.reasons) - 8} more" in _words(blockers)
    used = sum(claim.state == "in use" for claim in MANY.claims)
    assert f"and {used - 8} more" in _words(claims)


def test_the_notes_have_in_full_what_the_slides_cut() -> None:
    spoken = [slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "" for slide in _slides(MANY)]
    assert not spoken[0]
    assert all(one.text.strip() in spoken[2] for one in MANY.reasons)
    assert all(one.text in spoken[3] for one in MANY.claims)
    assert all(one.reason in spoken[4] for one in MANY.waivers)
    crowd = msgspec.structs.replace(FULL, reasons=FULL.reasons[:1] * 200)
    assert "and 140 more in the summary" in _slides(crowd)[2].notes_slide.notes_text_frame.text


def test_rows_that_wrap_more_than_once_make_room() -> None:
    claims = tuple(msgspec.structs.replace(FULL.claims[0], text="W" * 300, where="W" * 300) for _ in range(8))
    slide = _slides(msgspec.structs.replace(FULL, claims=claims))[3]
    (grid,) = (shape.table for shape in slide.shapes if shape.has_table)
    shown = len(grid.rows) - 1
    assert shown < 8
    assert f"and {8 - shown} more" in _words(slide)


def test_the_first_slide_tells_of_a_ruling() -> None:
    assert "Ruling: No-go by L. Chen" in _words(_slides(VARIANTS["ruled"])[0])


def test_both_decisions_are_shown_where_they_differ() -> None:
    last = _words(_slides(FULL)[-1])
    assert "Not ready now" in last
    assert "Go recorded 19\u00a0Nov; Not ready now" in last
    assert "The decision stands." in _words(_slides(VARIANTS["all-go"])[-1])


def test_what_has_no_words_is_described_or_decoration() -> None:
    for slide in _slides(FULL):
        for shape in slide.shapes:
            about = shape.element.xpath(".//p:cNvPr")[0]
            decorates = "decorative" in "".join(child.tag for child in about.iter())
            assert shape.name
            if not shape.has_text_frame or not shape.text_frame.text:
                assert decorates or about.get("descr"), shape.name


def test_an_empty_launch_has_five_slides_too() -> None:
    words = [_words(slide) for slide in _slides(BARE)]
    assert "Not ready" in words[0]
    assert "No gates are set" in words[1]
    assert "No reasons are listed." in words[2]
    assert "No claims are in use." in words[3]
    assert "no decision is recorded yet" in words[4]


def test_nothing_in_it_links_or_runs() -> None:
    archive = zipfile.ZipFile(io.BytesIO(deck_pptx.write(exported(hostile()))))
    relations = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels")]
    assert not [text for text in relations if 'TargetMode="External"' in text]
    assert not [name for name in archive.namelist() if "vba" in name.lower() or "embed" in name.lower()]


def test_the_type_is_ours() -> None:
    archive = zipfile.ZipFile(io.BytesIO(deck_pptx.write(exported(FULL))))
    theme = archive.read("ppt/theme/theme1.xml").decode()
    assert theme.count('<a:latin typeface="Inter" panose=') == 2
    assert "4F81BD" not in theme
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@needs_office
@pytest.mark.parametrize("report", [FULL, BARE, MANY, hostile()], ids=["full", "bare", "many", "hostile"])
def test_libreoffice_opens_it(report: Report, tmp_path: Path) -> None:
    printed = pages(deck_pptx.write(exported(report)), "deck.pptx", tmp_path)
    assert len(printed) == 5
    for number, page in enumerate(printed, 1):
        assert f"{number} of 5" in page


@needs_office
def test_the_sample_decides_in_the_deck(tmp_path: Path) -> None:
    printed = pages(deck_pptx.write(samples.decided()), "deck.pptx", tmp_path)
    assert "Go with conditions" in printed[0]
    assert "The decision stands." in printed[4]
