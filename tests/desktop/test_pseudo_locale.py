"""Every text of the window goes through translation, and has room to grow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from launchready.desktop.pseudo_locale import pseudo

CONTENT = (
    "LinkButton: User findings shared wit…",  # of the launch, shortened to its room
    "Product and market readiness for a launch of any size",  # of the template
)
SHORTER = ("SearchButton",)
"""Says less where it is narrow, and has its whole name for assistive technology."""
TIGHT = ("damaged: QPushButton", "Lőők ąŧ īŧ ąş īŧ wąş")
"""Buttons that still stand in a row too short for a longer language."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.desktop.pseudo_round"],
        cwd=tmp_path_factory.mktemp("pseudo"),
        env=os.environ
        | {
            "LAUNCHREADY_PSEUDO_LOCALE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)  # type: ignore[no-any-return]


def test_no_text_was_forgotten(found: dict[str, dict[str, list[str]]]) -> None:
    texts = [text for page in found["forgotten"].values() for text in page]
    hashes = [text for text in texts if len(text.rpartition(": ")[2]) == 64]
    assert [text for text in texts if text not in hashes and not any(known in text for known in CONTENT)] == []


def test_no_text_is_cut_off(found: dict[str, dict[str, list[str]]]) -> None:
    texts = [text for page in found["cut"].values() for text in page]
    assert [text for text in texts if not any(known in text for known in (*SHORTER, *TIGHT))] == []


def test_marks_letters_and_keeps_what_is_filled_in() -> None:
    assert pseudo("Signed {name}, %n") == "[Şīğñęd {name}, %n~~~~~]"
