"""Public checklists kept beside the checkout, with the counts that their index gives; skipped where there are none."""

import csv
from pathlib import Path

import pytest

from launchready.exchange.markdown.tasks import read

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"


def _markdown_rows() -> list[dict[str, str]]:
    index = SAMPLES / "INDEX.tsv"
    if not index.exists():
        return []
    with index.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["path"].startswith("markdown/")]


@pytest.mark.parametrize("row", _markdown_rows(), ids=lambda row: row["path"])
def test_tasks_and_done_are_those_of_the_index(row: dict[str, str]) -> None:
    counts = read(SAMPLES / row["path"]).counts
    assert (counts.tasks, counts.done) == (int(row["expected_tasks"]), int(row["expected_done"]))
