from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from launchready import places
from launchready.desktop import theme as looks
from launchready.desktop.app import make_app
from launchready.desktop.stylesheet import style_sheet

FILES = ("light", "dark", "light-contrast", "dark-contrast")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("text", "surface"), looks.PAIRS)
def test_every_text_can_be_read_on_every_surface(name: str, text: str, surface: str) -> None:
    tokens = looks.load(name)
    least = 7.0 if tokens.high_contrast else looks.LEAST
    assert looks.contrast(tokens[text], tokens[surface]) >= least


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("part", "surface"), looks.PARTS)
def test_every_part_of_a_control_can_be_seen(name: str, part: str, surface: str) -> None:
    tokens = looks.load(name)
    assert looks.contrast(tokens[part], tokens[surface]) >= looks.LEAST_PART


@pytest.mark.parametrize("name", FILES)
def test_borders_of_controls_are_among_the_measured_parts(name: str) -> None:
    """None is as pale as the lines between rows. The toast's stands on a ground of its own, measured as text is."""
    tokens = looks.load(name)
    known = {tokens[part] for part, _ in looks.PARTS} | {"transparent"}
    controls = re.compile(r"QPushButton|QLineEdit|QPlainTextEdit|QTextEdit|QComboBox|QSpinBox|QDateEdit|indicator")
    sheet = re.sub(r"\s+", " ", style_sheet(tokens.roles, "", tokens.scheme))
    rules = re.findall(r"([^{}]+){([^{}]*)}", sheet)
    borders = [
        (selector, color)
        for selector, held in rules
        for color in re.findall(r"border: \dpx solid (\S+?);", held)
        if controls.search(selector)
        and "QAbstractItemView" not in selector
        and ":hover" not in selector
        and "toast" not in selector
    ]
    assert len(borders) > 10
    assert [(selector, color) for selector, color in borders if color not in known] == []


@pytest.mark.parametrize("name", FILES)
def test_arrows_and_ticks_can_be_seen(name: str) -> None:
    tokens = looks.load(name)
    for icon, surface in (("chevron-down", "surface"), ("check", "accent")):
        drawing = (places.resources() / "icons" / f"{icon}-on-{tokens.scheme}.svg").read_text(encoding="utf-8")
        stroke = re.search(r'stroke="(#[0-9a-f]{6})"', drawing)
        assert stroke is not None
        assert looks.contrast(stroke.group(1), tokens[surface]) >= looks.LEAST_PART


def test_contrast_is_that_of_the_standard() -> None:
    assert looks.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert looks.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_all_themes_have_the_same_roles() -> None:
    assert len({frozenset(looks.load(name).roles) for name in FILES}) == 1


def test_choosing_a_theme_changes_palette_and_sheet(theme: looks.Theme, qtbot) -> None:  # type: ignore[no-untyped-def]
    app = make_app()
    sheet = app.styleSheet()
    with qtbot.waitSignal(theme.theme_changed):
        theme.choose(looks.Choice.DARK)
    assert app.palette().color(QPalette.ColorRole.Window).name() == looks.load("dark")["background"]
    assert app.styleSheet() != sheet


def test_follows_the_system_only_when_asked_to(theme: looks.Theme) -> None:
    theme.choose(looks.Choice.DARK)
    make_app().styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens.scheme == "dark"


def test_inter_is_bundled(theme: looks.Theme) -> None:
    assert theme.family == looks.FAMILY
