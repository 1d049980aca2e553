"""What the gestures on the responsibilities change: builders over a Draft, with no Qt in them."""

from __future__ import annotations

from launchready.launch.changes import ActivityRemoved, LettersSet
from launchready.launch.drafting import SPACING, Draft, between
from launchready.launch.model import Activity
from launchready.launch.raci import in_order, normalised


def type_letter(draft: Draft, activity: str, party: str, letter: str) -> None:
    """Adds the letter to a cell, or takes it away where it stands already; no letter clears the cell."""
    found = draft.launch.activities.get(activity)
    if found is None:
        return
    was = found.letters.get(party, "")
    to = was.replace(letter, "") if letter and letter in was else normalised(was + letter) if letter else ""
    set_letters(draft, found, party, to)


def set_letters(draft: Draft, activity: Activity, party: str, to: str) -> None:
    was = activity.letters.get(party, "")
    if to != was:
        draft.make(LettersSet(activity=activity.id, party=party, to=to, was=was))


def edit(draft: Draft, activity: str, field: str, text: str) -> None:
    found = draft.launch.activities.get(activity)
    if found is not None:
        draft.edit_activity(found, **{field: text})


def remove(draft: Draft, activity: str) -> None:
    found = draft.launch.activities.get(activity)
    if found is not None:
        draft.make(ActivityRemoved(was=found))


def move(draft: Draft, activity: str, step: int) -> None:
    """Past the next activity in that direction; nothing at either end."""
    rows = in_order(draft.launch)
    here = next((number for number, row in enumerate(rows) if row.id == activity), -1)
    if here < 0 or not 0 <= here + step < len(rows):
        return
    moved = rows.pop(here)
    there = here + step
    before = rows[there - 1].position if there else 0
    place = between(before, rows[there].position if there < len(rows) else None)
    if place is not None:
        draft.edit_activity(moved, position=place)
        return
    rows.insert(there, moved)
    for number, row in enumerate(rows, 1):
        draft.edit_activity(row, position=number * SPACING)


# -- parties ------------------------------------------------------------------------------------------------------


def add_party(draft: Draft, party: str) -> None:
    draft.edit_launch(parties=(*draft.launch.parties, party))


def remove_party(draft: Draft, party: str) -> None:
    draft.edit_launch(parties=tuple(held for held in draft.launch.parties if held != party))


def rename_party(draft: Draft, party: str, to: str) -> None:
    """Its letters go with it. As one entry: the new one beside the old, the letters moved, the old one gone."""
    was = draft.launch.parties
    if party not in was or to == party:
        return
    number = was.index(party)
    draft.edit_launch(parties=(*was[: number + 1], to, *was[number + 1 :]))
    for activity in in_order(draft.launch):
        if letters := activity.letters.get(party, ""):
            set_letters(draft, activity, to, letters)
            set_letters(draft, draft.launch.activities[activity.id], party, "")
    remove_party(draft, party)


def move_party(draft: Draft, party: str, step: int) -> None:
    """One place to the left or right; nothing at either end."""
    order = list(draft.launch.parties)
    here = order.index(party) if party in order else -1
    if here >= 0 and 0 <= here + step < len(order):
        order.insert(here + step, order.pop(here))
        draft.edit_launch(parties=tuple(order))
