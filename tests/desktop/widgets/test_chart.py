from __future__ import annotations

from typing import Any

import pytest

from launchready.desktop import timeline
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.plan import Step, readiness
from launchready.desktop.pictures.sample import NOW
from launchready.desktop.widgets.chart import WORD, ReadinessChart, apart, grid_step


@pytest.mark.parametrize(("total", "step"), [(0, 1), (4, 1), (6, 2), (43, 10), (300, 100), (9999, 2000)])
def test_the_grid_has_few_round_lines(total: int, step: int) -> None:
    assert grid_step(total) == step
    assert total / step <= 5


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("one", [-30, 0, 99, 100, 130])
@pytest.mark.parametrize("other", [-30, 0, 99, 100, 130])
def test_two_words_never_lie_over_each_other(one: float, other: float, first: bool) -> None:
    tops = apart(one, other, 110, first=first)
    upper, lower = tops if first else tops[::-1]
    assert 0 <= upper <= lower - WORD
    assert lower <= 110


def test_paints_its_line_and_says_its_numbers(qtbot: Any, bridge: LaunchBridge) -> None:
    line = timeline.of(bridge)
    line.catch_up(float("inf"))
    chart = ReadinessChart()
    qtbot.addWidget(chart)
    chart.resize(400, 220)
    chart.show()
    shown = readiness(bridge.launch, line.points, NOW)
    chart.show_readiness(shown, "40 of 43 gates done")
    first = chart.grab().toImage()
    chart.show_readiness(shown._replace(done=(Step(shown.first, 0), Step(shown.today, 9)), is_now=9), "9 of 43")
    assert chart.grab().toImage() != first
    assert chart.accessibleDescription() == "9 of 43"
    assert chart.accessibleName() == "Readiness over time"
