"""Checklists as files, to be imported."""

from __future__ import annotations

from pathlib import Path

import pytest

PLAN = """Task Name,Who,Status,Due Date,Phase,Odd
Write the brief,Dana Ruiz,Done,2031-10-01,Messaging,x
Call the analysts,T. Lind,FLUBBED,01/06/31,Analyst briefings,y
Load test,M. Okafor,To do,T-14,Product quality,z
"""
LIST = "# Plan\n\n## Press\n\n- [x] Write it\n- [ ] Send it\n  - [ ] to one\n"


@pytest.fixture
def plan(tmp_path: Path) -> str:
    (tmp_path / "plan.csv").write_text(PLAN)
    return str(tmp_path / "plan.csv")


@pytest.fixture
def markdown(tmp_path: Path) -> str:
    (tmp_path / "plan.md").write_text(LIST)
    return str(tmp_path / "plan.md")
