from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from launchready.desktop import theme as looks
from launchready.desktop.app import make_app

FILES = ("light", "dark", "light-contrast", "dark-contrast")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("text", "surface"), looks.PAIRS)
def test_every_text_can_be_read_on_every_surface(name: str, text: str, surface: str) -> None:
    tokens = looks.load(name)
    least = 7.0 if tokens.high_contrast else looks.LEAST
    assert looks.contrast(tokens[text], tokens[surface]) >= least


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
