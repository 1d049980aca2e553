"""Every text of the window goes through translation, and has room to grow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from launchready.desktop import pages
from launchready.desktop.languages.pseudo_locale import pseudo

SHORTER = ("SearchButton",)
"""Says less where it is narrow, and has its whole name for assistive technology."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.desktop.pseudo_round"],
        cwd=tmp_path_factory.mktemp("pseudo"),
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)  # type: ignore[no-any-return]


def test_the_round_went_everywhere(found: dict[str, dict[str, list[str]]]) -> None:
    (seen,) = found["seen"].values()
    assert {page.id for page in pages.PAGES} <= {where.partition("/")[0] for where in seen}
    assert {"window/show_palette", "window/show_settings", "window/show_shortcuts", "sign_off/sign"} <= set(seen)
    assert {"inspector", "overview/edit_people", "checklist/edit_tasks", "library/duplicate_chosen"} <= set(seen)


def test_no_text_was_forgotten(found: dict[str, dict[str, list[str]]]) -> None:
    assert found["forgotten"] == {}


def test_what_the_window_asked_for_is_what_the_extraction_finds(found: dict[str, dict[str, list[str]]]) -> None:
    assert found["missing"] == {"": []}


def test_no_text_is_cut_off(found: dict[str, dict[str, list[str]]]) -> None:
    texts = [text for page in found["cut"].values() for text in page]
    assert [text for text in texts if not any(known in text for known in SHORTER)] == []


def test_marks_letters_and_keeps_what_is_filled_in() -> None:
    assert pseudo("Signed {name}, %n") == "[Şīğñęd {name}, %n~~~~~]"
