"""How the columns of the checklist stand: what is always there, and what only where there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView

from launchready.desktop.models.columns import AREA, COLUMNS, DUE, GATING, LANE, OWNER, TITLE

GAP, MARGIN, INSET = 10, 16, 6
WIDTHS = {LANE: 44 + GAP, AREA: 124 + GAP, GATING: 44 + GAP, OWNER: 96 + GAP, DUE: 84 + MARGIN}
FROM = {OWNER: 440, GATING: 560, AREA: 800, LANE: 860}
"""The widths of the table from which a column has room; the inspector has it all."""


def lay_out(view: QTableView) -> None:
    """The title takes what the others leave."""
    header = view.horizontalHeader()
    header.setMinimumSectionSize(20)
    for column in range(len(COLUMNS)):
        wanted = QHeaderView.ResizeMode.Stretch if column == TITLE else QHeaderView.ResizeMode.Fixed
        header.setSectionResizeMode(column, wanted)
        if column != TITLE:
            view.setColumnWidth(column, WIDTHS[column])


def fit(view: QTableView, grouping: str, held: int = -1) -> None:
    """Shows the columns that have room; where a group's header says lane and area, they need none. `held` stays in
    sight whatever the room, because it is being edited."""
    said = {"area": (AREA, LANE), "lane": (LANE,)}.get(grouping, ())
    for column, width in FROM.items():
        hidden = column != held and (column in said or view.width() < width)
        if hidden != view.isColumnHidden(column):
            view.setColumnHidden(column, hidden)
