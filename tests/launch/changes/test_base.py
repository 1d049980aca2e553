"""What holds for every change there is."""

from __future__ import annotations

from typing import get_args

import msgspec
from hypothesis import given, settings

from launchready.launch.changes import AnyChange, Change, Judgement
from launchready.launch.model import Launch
from tests.launch.builders import canonical
from tests.launch.drawing import CLASSES, LAWS, STARTS, WAYS, Made, histories

UNDOABLE = {name for name in CLASSES if not issubclass(name, Judgement) and name.__name__ != "LaunchCreated"}


def test_every_class_is_drawn() -> None:
    assert set(WAYS) == set(get_args(AnyChange))
    assert {kind.__name__ for kind in CLASSES} == {kind.__struct_config__.tag for kind in CLASSES}


def test_each_class_is_accepted_and_refused_in_some_draw() -> None:
    accepted: set[type[Change]] = set()
    turned_down: set[type[Change]] = set()

    @settings(LAWS, max_examples=400)
    @given(histories())
    def draws(made: list[Made]) -> None:
        accepted.update(type(step.change) for step in made if step.refusal is None)
        turned_down.update(type(step.change) for step in made if step.refusal is not None)

    draws()
    assert accepted == set(CLASSES)
    assert turned_down == set(CLASSES)


@LAWS
@given(histories())
def test_a_change_then_its_inverse_restores_every_field(made: list[Made]) -> None:
    for step in made:
        inverse = step.change.inverse()
        if step.refusal is None and inverse is not None:
            back = inverse.apply(step.after)
            assert _without_counters(back) == _without_counters(step.before), step.change
            again = inverse.inverse()
            assert again is None or canonical(again.apply(back)) == canonical(step.after)


def _without_counters(launch: Launch) -> bytes:
    return canonical(
        msgspec.structs.replace(launch, next_numbers=Launch().next_numbers, freed_keys=Launch().freed_keys)
    )


@LAWS
@given(histories())
def test_what_has_an_inverse_is_no_judgement(made: list[Made]) -> None:
    for step in made:
        if step.change.inverse() is not None:
            assert type(step.change) in UNDOABLE


@LAWS
@given(histories())
def test_apply_raises_nothing_whatever_is_missing(made: list[Made]) -> None:
    for step in made:
        for launch in STARTS:
            inverse = step.change.inverse()
            for change in (step.change, inverse) if inverse else (step.change,):
                change.apply(launch)


@LAWS
@given(histories())
def test_check_answers_on_any_launch_and_alters_nothing(made: list[Made]) -> None:
    starts = [canonical(launch) for launch in STARTS]
    for step in made:
        for launch in STARTS:
            step.change.check(launch)
    assert [canonical(launch) for launch in STARTS] == starts
