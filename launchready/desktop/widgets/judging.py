"""Whose word a judgement is: asked where it may be another's, and given as theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.forms import Ask, Say, Values
from launchready.launch.changes import AnyChange
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name
from launchready.launch.model import Word


def whose(bridge: LaunchBridge, entitled: Iterable[str]) -> tuple[Ask, ...]:
    """Asks whose word a judgement is, where it may be somebody else's that I note for them: mine unless I choose
    another; where it can't be mine and may be that of several, none until I choose."""
    people = bridge.launch.people
    me = bridge.me
    ids = [person for person in dict.fromkeys(entitled) if person in people]
    if me is not None and ids == [me.id]:
        return ()
    mine = QCoreApplication.translate("Section", "Mine")
    other = QCoreApplication.translate("Section", "That of {name}, noted by me")
    choices = [
        (person, mine if me is not None and person == me.id else other.format(name=name(bridge.launch, person)))
        for person in ids
    ]
    preferred = me.id if me is not None and me.id in ids else ids[0] if len(ids) == 1 else ""
    text = QCoreApplication.translate("Section", "Whose word")
    return (Ask("whose", text, preferred, choices=tuple(choices)),) if choices else ()


def give(bridge: LaunchBridge, made: Callable[[Word], AnyChange], values: Values, say: Say) -> bool:
    """Gives a judgement as the word of whom the form was told. Whether it was taken; else `say` has heard why."""

    def build(draft: Draft) -> None:
        draft.make(made(bridge.word(draft.launch, values.get("whose", ""))))

    return bridge.make(build, say) is not None
