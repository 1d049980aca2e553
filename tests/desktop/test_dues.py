"""A due date is read as people type it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QLocale

from launchready.desktop import days, dues
from launchready.launch.model import Due

TODAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("", None),
        ("T", Due(offset=0)),
        ("T-14", Due(offset=-14)),
        ("t−14w", Due(offset=-14, workday=True)),
        ("T+3", Due(offset=3)),
        ("2026-12-03", Due(date=dt.date(2026, 12, 3))),
        ("3 Dec", Due(date=dt.date(2026, 12, 3))),
        ("3 Nov", Due(date=dt.date(2027, 11, 3))),
        ("Tomorrow", Due(date=dt.date(2026, 11, 21))),
        ("monday", Due(date=dt.date(2026, 11, 23))),
    ],
)
def test_what_is_typed(typed: str, due: Due | None) -> None:
    assert dues.parse(typed, TODAY) == due


@pytest.mark.parametrize("typed", ["soon", "T-", "31 Feb", "2026-02-30"])
def test_what_names_no_day(typed: str) -> None:
    with pytest.raises(dues.Unclear):
        dues.parse(typed, TODAY)


def test_a_day_is_known_however_the_language_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dues, "tr", {"today": "Heute", "tomorrow": "Morgen"}.__getitem__)
    assert dues.parse("Morgen", TODAY) == dues.parse("morgen", TODAY) == Due(date=dt.date(2026, 11, 21))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en_GB", "3 Dec 2026"), ("en_US", "Dec 3 2026"), ("de_DE", "3 Dez. 2026"), ("ff_Adlm_GN", "2026-12-03")],
)
def test_a_day_is_offered_in_a_form_that_is_read(language: str, said: str) -> None:
    before, day = QLocale(), dt.date(2026, 12, 3)
    try:
        QLocale.setDefault(QLocale(language))
        for cached in (days._pattern, days.day):
            cached.cache_clear()
        assert days.as_typed(day) == said
        assert days.parse_date(said) == day
    finally:
        QLocale.setDefault(before)
        for cached in (days._pattern, days.day):
            cached.cache_clear()
