"""Public exports kept beside the checkout, with the counts that their index gives; skipped where there are none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from launchready.exchange import readers

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"


def _rows() -> list[dict[str, str]]:
    index = SAMPLES / "INDEX.tsv"
    if not index.exists():
        return []
    with index.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if not row["path"].startswith("markdown/")]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["path"])
def test_tasks_and_done_are_those_of_the_index(row: dict[str, str]) -> None:
    tasks = readers.read(SAMPLES / row["path"]).checklist.tasks
    assert (len(tasks), sum(task.done for task in tasks)) == (int(row["expected_tasks"]), int(row["expected_done"]))
