"""The one style sheet, made from a theme's roles. Selectors go by the dynamic properties `role` and `tone`."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

TONED = ("pm", "pmm", "joint", "go", "conditional", "no_go", "waiting", "accent")

SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $background; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="muted"], QCheckBox[role="muted"] { color: $muted; }
QLabel[role="secondary"] { color: $muted; font-size: 12px; }
QLabel[role="caption"] { color: $faint; font-size: 11px; font-weight: 600; }
QLabel[role="title"] { font-size: 15px; font-weight: 600; }
QLabel[role="heading"] { font-size: 14px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted-detail"] { font-size: 17px; color: $muted; }
QLabel[role="detail"] { font-size: 17px; font-weight: 600; }
QLabel[role="verdict"] { font-size: 24px; font-weight: 600; }
QLabel[role="big"] { font-size: 30px; font-weight: 600; }
QLabel[role="keys"] { font-size: 11px; color: $muted; background: $surface; border: 1px solid $line;
  border-radius: 4px; padding: 0 5px; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="navigation"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[role="status"] { background: $surface; border: none; border-top: 1px solid $line; }
QLabel[role="foot"] { color: $muted; font-size: 12px; }
QLabel[role="foot-strong"] { font-size: 12px; font-weight: 600; }
QFrame[role="rule"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="toast"] { background: $text; border: none; border-radius: 10px; }
QFrame[role="toast"] QLabel { color: $surface; }
QFrame[role="toast"] QPushButton { background: transparent; border: 1px solid $surface; color: $surface; }
QFrame[role="refusal"] { background: $no_go_soft; border: 1px solid $no_go; border-radius: 7px; }
QFrame[role="refusal"][level="window"] { margin: 16px 20px 0 20px; }
QFrame[role="refusal"] QLabel { color: $text; }
QFrame[role="drop"] { background: $raised; border: 2px solid $accent; border-radius: 10px; }
QFrame[role="notice"] { background: $conditional_soft; border: 1px solid $conditional; border-radius: 7px; }
QFrame[role="form"] { background: $background; border: 1px solid $line; border-radius: 7px; }

QPushButton { background: $surface; color: $text; border: 1px solid $line_strong; border-radius: 7px; padding: 6px 12px;
  font-weight: 500; min-height: 18px; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QPushButton:disabled { color: $line_strong; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $waiting_soft; border-color: $line; color: $line_strong; }
QPushButton[role="choice"], QPushButton[role="primary-choice"] { padding: 0; text-align: left; min-height: 37px; }
QPushButton[role="choice"][level="remark"] { min-height: 53px; }
QPushButton[role="choice"]:focus, QPushButton[role="primary-choice"]:focus { padding: 0; }
QPushButton[role="primary-choice"] { background: $accent; border-color: $accent; }
QPushButton[role="primary-choice"]:focus { border: 2px solid $text; }
QPushButton[role="primary-choice"] QLabel { color: $on_accent; }
QLabel[role="choice"] { font-size: 14px; font-weight: 500; }
QLabel[role="tagline"] { font-size: 14px; color: $muted; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  color: $accent; padding: 1px 4px; font-weight: 400; text-align: left; min-height: 16px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $accent; padding: 1px 4px; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; border-radius: 5px;
  color: $muted; padding: 2px 4px; font-weight: 400; min-height: 16px; text-align: left; }
QPushButton[role="quiet"]:hover { background: $hover; color: $text; }
QPushButton[role="quiet"]:focus { border: 1px solid $accent; padding: 2px 4px; }
QPushButton[level="flush"] { border: none; border-bottom: 2px solid transparent; border-radius: 0;
  padding: 1px 0 0 0; }
QPushButton[level="flush"]:focus { border: none; border-bottom: 2px solid $accent; padding: 1px 0 0 0; }
QPushButton[level="value"] { color: $text; }
QPushButton[role="chip"] { background: $waiting_soft; color: $waiting; border: 1px solid transparent;
  border-radius: 12px; padding: 2px 10px; font-size: 12px; font-weight: 600; min-height: 18px; }
QPushButton[role="chip"]:hover { border-color: $line_strong; }
QPushButton[role="chip"]:checked { background: $accent_soft; color: $accent; }
QPushButton[role="chip"]:focus { border: 1px solid $accent; padding: 2px 10px; }
QPushButton[role="navigation"] { background: transparent; border: 1px solid transparent; border-radius: 7px;
  padding: 0; font-weight: 400; text-align: left; min-height: 32px; }
QPushButton[role="navigation"]:hover { background: $hover; }
QPushButton[role="navigation"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[role="navigation"]:focus { border: 1px solid $accent; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="search"] { background: $background; color: $faint; text-align: left; font-weight: 400;
  min-height: 20px; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $surface; color: $text;
  border: 1px solid $line_strong; border-radius: 7px; padding: 5px 9px; selection-background-color: $accent;
  selection-color: $on_accent; placeholder-text-color: $faint; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 4px 8px; }
QComboBox { padding: 5px 11px; combobox-popup: 0; }
QComboBox:focus { padding: 4px 10px; }
QComboBox:editable { padding: 5px 9px; }
QComboBox:editable:focus { padding: 4px 8px; }
QLineEdit[role="field"], QPlainTextEdit[role="field"] { background: transparent; border: 1px solid transparent;
  border-radius: 5px; padding: 2px 4px; }
QLineEdit[role="field"], QLineEdit[role="field"]:focus { padding: 2px; }
QLineEdit[role="field"]:hover, QPlainTextEdit[role="field"]:hover { border: 1px solid $line; background: $background; }
QLineEdit[role="field"]:focus, QPlainTextEdit[role="field"]:focus { border: 1px solid $accent;
  background: $surface; padding: 2px 4px; }
QPlainTextEdit[level="detail"] { font-size: 17px; font-weight: 600; }
QLineEdit[role="cell"] { border: 1px solid $accent; border-radius: 5px; padding: 2px 5px; }
QFrame[role="below"] { background: $raised; border: 1px solid $line_strong; border-radius: 6px; }
QFrame[role="below"] QLabel { color: $muted; }
QFrame[role="below"][tone="no_go"] { background: $no_go_soft; border: 1px solid $no_go; }
QFrame[role="below"][tone="no_go"] QLabel { color: $text; }
QComboBox[role="field"] { background: transparent; border: 1px solid transparent; border-radius: 5px;
  padding: 2px 4px; }
QComboBox[role="cell"] { border: 1px solid $accent; border-radius: 5px; padding: 2px 5px; }
QComboBox[role="field"]:hover { border: 1px solid $line; }
QComboBox[role="field"]:focus { border: 1px solid $accent; padding: 2px 4px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-on-$scheme.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; outline: none;
  padding: 4px; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { padding: 4px 7px; border-radius: 5px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }

QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $line_strong; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$icons/check-on-$scheme.svg"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }

QTableView, QListView { background: $surface; border: none; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 6px 12px; font-weight: 400; }
QHeaderView[role="launches"]::section { border: none; padding: 6px; font-size: 12px; }
QHeaderView[role="incoming"]::section { border: none; padding: 6px 8px; font-size: 12px; }
QHeaderView[role="launches"]::section:first { padding-left: 18px; }
QTableView::indicator { width: 14px; height: 14px; border: 1px solid $line_strong; border-radius: 4px;
  background: $surface; }
QTableView::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/check-on-$scheme.svg"); }
QTableView[role="incoming"]::item { padding: 0 5px; border: none; border-top: 1px solid $line; }
QTableView[role="incoming"]::item:selected { background: $accent_soft; color: $text; }
QTableView[role="incoming"]::item:focus { border: 1px solid $accent; }
QListView::item { padding: 7px 10px; border-radius: 5px; }
QListView::item:selected { background: $accent_soft; color: $text; }
QScrollArea, QScrollArea > QWidget > QWidget[role="plain"] { background: transparent; border: none; }
QScrollArea[role="read"] { border: 1px solid transparent; border-radius: 5px; }
QScrollArea[role="read"]:focus { border: 1px solid $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $handle; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $line_strong; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QSplitter::handle { background: transparent; }
""")

TONE = Template("""
QLabel[tone="$tone"], QPushButton[tone="$tone"] { color: $color; }
QProgressBar[tone="$tone"]::chunk { background: $color; border-radius: 3px; }
""")

OUTLINES = Template("""
QPushButton[role="chip"] { border-color: $line; }
QPushButton[role="chip"]:checked, QPushButton[role="navigation"]:checked { border-color: $accent; }
QProgressBar { border: 1px solid $line; }
""")
"""In high contrast a soft ground alone would not be seen."""


def style_sheet(roles: Mapping[str, str], icons: str, scheme: str, *, high_contrast: bool = False) -> str:
    """The style sheet for a theme's roles. `icons` is the folder of icons, `scheme` which of them: light or dark."""
    toned = (TONE.substitute(tone=tone, color=roles[tone]) for tone in TONED)
    bars = "QProgressBar { background: $waiting_soft; border: none; border-radius: 3px; max-height: 6px; }"
    sheet = SHEET.substitute(roles, icons=icons, scheme=scheme) + Template(bars).substitute(roles) + "".join(toned)
    return sheet + (OUTLINES.substitute(roles) if high_contrast else "")
