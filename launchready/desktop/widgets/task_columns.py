"""How the columns of the checklist stand: what is always there, and what only where there is room."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from launchready.desktop.models.columns import AREA, COLUMNS, DUE, GATING, LANE, OWNER, TITLE
from launchready.desktop.theme import CAPTION, in_force
from launchready.wording.language import tr

GAP, MARGIN, INSET = 10, 16, 6
WIDTHS = {LANE: 44 + GAP, AREA: 124 + GAP, GATING: 44 + GAP, OWNER: 96 + GAP, DUE: 84 + MARGIN}
FROM = {OWNER: 440, GATING: 560, AREA: 800, LANE: 860}
"""The widths of the table from which a column has room; the inspector has it all."""
ROOMY, LONG_OWNER = 700, 200
"""From this width on the owner has a quarter of what is more, up to a long name's width."""


def lay_out(view: QTableView) -> None:
    """The title takes what the others leave."""
    header = view.horizontalHeader()
    header.setMinimumSectionSize(20)
    gating = QFontMetrics(in_force().font(CAPTION)).horizontalAdvance(tr("gating")) + GAP
    for column in range(len(COLUMNS)):
        wanted = QHeaderView.ResizeMode.Stretch if column == TITLE else QHeaderView.ResizeMode.Fixed
        header.setSectionResizeMode(column, wanted)
        if column != TITLE:
            view.setColumnWidth(column, max(WIDTHS[column], gating if column == GATING else 0))


def fit(view: QTableView, grouping: str, held: int = -1) -> None:
    """Shows the columns that have room; where a group's header says lane and area, they need none. `held` stays in
    sight whatever the room, because it is being edited."""
    owner = min(LONG_OWNER, WIDTHS[OWNER] + max(0, view.width() - ROOMY) // 4)
    if owner != view.columnWidth(OWNER):
        view.setColumnWidth(OWNER, owner)
    said = {"area": (AREA, LANE), "lane": (LANE,)}.get(grouping, ())
    for column, width in FROM.items():
        hidden = column != held and (column in said or view.width() < width)
        if hidden != view.isColumnHidden(column):
            view.setColumnHidden(column, hidden)
