"""Colours and type as semantic roles: read from `resources/themes`, given to Qt as a palette and one style sheet."""

from __future__ import annotations

import functools
import tomllib
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from launchready import places
from launchready.desktop.stylesheet import style_sheet

FAMILY = "Inter"
BODY, SECONDARY, CAPTION = 13, 12, 11
ATTRIBUTE = "launchready_theme"
LEAST, LEAST_PART = 4.5, 3.0
"""The contrast that every text keeps on its surface, and every part of a control (WCAG 2.2, 1.4.3 and 1.4.11)."""


class Choice(StrEnum):
    """What a person can choose: a theme of its own, or the system's."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tokens(Struct, frozen=True):
    """One theme file. `roles` maps each semantic role to its colour as `#rrggbb`."""

    title: str
    scheme: str
    high_contrast: bool
    roles: dict[str, str]

    def __getitem__(self, role: str) -> str:
        return self.roles[role]


TONES = ("pm", "pmm", "joint", "go", "conditional", "no_go", "waiting", "accent")
SURFACES = ("background", "surface", "raised", "hover", "accent_soft")
PAIRS: tuple[tuple[str, str], ...] = (
    *((text, surface) for text in ("text", "muted", "faint") for surface in SURFACES),
    *((tone, surface) for tone in TONES for surface in SURFACES),
    *((text, f"{tone}_soft") for tone in TONES for text in (tone, "text", "muted")),
    ("on_accent", "accent"),
    ("on_go", "go"),
    ("surface", "text"),
)
"""Every text role with every surface it may stand on; the last is that of the toast."""
PARTS: tuple[tuple[str, str], ...] = (
    *((part, surface) for part in ("line_strong", "accent") for surface in SURFACES),
    *(("handle", surface) for surface in ("background", "surface", "raised")),
    *((lane, "waiting_soft") for lane in ("pm", "pmm", "joint")),
    *(("text", surface) for surface in ("background", "surface")),
    ("no_go", "no_go_soft"),
    ("conditional", "conditional_soft"),
)
"""Borders of controls, focus, handles and bars with what they stand on. The focus of a primary button is a line in the
text's colour, which is seen against the surface around it."""


def load(name: str) -> Tokens:
    """The theme of that file name, such as `light` or `dark-contrast`."""
    values = tomllib.loads((places.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    return Tokens(values["title"], values["scheme"], values["high_contrast"], values["roles"])


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Theme(QObject):
    """The look in force. Follows the system while running unless one is chosen; `theme_changed` tells of each.

    High contrast is in force where it is asked for here or by the system.
    """

    theme_changed = Signal()

    def __init__(self, app: QApplication, choice: Choice = Choice.SYSTEM, high_contrast: bool = False) -> None:
        super().__init__()
        self._app = app
        self.choice = choice
        self.asks_contrast = high_contrast
        self.tokens = load(self._file())
        self._colors: dict[str, QColor] = {}
        self.family = _family()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        if hasattr(app.styleHints(), "accessibility"):  # since Qt 6.10
            app.styleHints().accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)
        setattr(app, ATTRIBUTE, self)
        self._apply()

    def choose(self, choice: Choice, high_contrast: bool = False) -> None:
        self.choice, self.asks_contrast = choice, high_contrast
        self._on_scheme_changed()

    @property
    def high_contrast(self) -> bool:
        return self.tokens.high_contrast

    def color(self, role: str) -> QColor:
        """The colour of a role, to paint with. Not to be changed by the caller."""
        found = self._colors.get(role)
        if found is None:
            found = self._colors[role] = QColor(self.tokens[role])
        return found

    def font(self, size: int = BODY, weight: int = 400, *, figures: bool = False) -> QFont:
        """Inter in px at 100 % text size; `figures` makes digits equally wide, for numbers under each other."""
        return _font(self.family, size, weight, figures)

    def _file(self) -> str:
        dark = self.choice is Choice.DARK
        if self.choice is Choice.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        high = self.asks_contrast or _system_asks_contrast(self._app)
        return ("dark" if dark else "light") + ("-contrast" if high else "")

    def _on_scheme_changed(self) -> None:
        wanted = load(self._file())
        if wanted == self.tokens:
            return
        self.tokens = wanted
        self._colors.clear()
        self._apply()
        self.theme_changed.emit()

    def _apply(self) -> None:
        self._app.setFont(self.font())
        self._app.setPalette(palette(self.tokens))
        icons = (places.resources() / "icons").as_posix()
        tokens = self.tokens
        self._app.setStyleSheet(style_sheet(tokens.roles, icons, tokens.scheme, high_contrast=tokens.high_contrast))


def in_force() -> Theme:
    """The theme of the running application, for small widgets that paint themselves."""
    app = QApplication.instance()
    found = getattr(app, ATTRIBUTE, None)
    if not isinstance(found, Theme):
        raise LookupError("no theme was made for this application")
    return found


def _system_asks_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


@functools.cache
def _font(family: str, size: int, weight: int, figures: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _family() -> str:
    """Inter as bundled; where its files are missing, what the system has for interfaces."""
    for file in sorted((places.resources() / "fonts").glob("Inter-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    if QFontInfo(QFont(FAMILY)).family() == FAMILY:
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def palette(tokens: Tokens) -> QPalette:
    """The theme as a palette, for what Qt draws itself: menus, tool tips, selections, disabled text."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "background"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "hover"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "no_go"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "faint"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Light, "raised"),
        (role.Midlight, "hover"),
        (role.Mid, "line"),
        (role.Dark, "line_strong"),
        (role.Shadow, "line_strong"),
        (role.Accent, "accent"),
    ):
        made.setColor(target, QColor(tokens[name]))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens["line_strong"]))
    return made
