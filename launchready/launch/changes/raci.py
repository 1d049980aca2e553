"""The rows and letters of the RACI."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from launchready.launch.changes.base import Change, Fields, changed, first, numbered, replaced, text
from launchready.launch.model import Activity, Launch
from launchready.launch.raci import LETTERS, normalised
from launchready.launch.refusal import Refusal, refuse


def _letters(launch: Launch, party: str, letters: str) -> Refusal | None:
    if party not in launch.parties:
        return refuse("party-unknown", party=party, parties=launch.parties)
    if letters != normalised(letters) or any(letter not in LETTERS for letter in letters):
        return refuse("letters-unknown", letters=letters)
    return None


def _whole(launch: Launch, activity: Activity) -> Refusal | None:
    return first(
        (
            text(activity.title, "activity", required=True),
            text(activity.input_expected, "input expected"),
            text(activity.escalates_to, "escalates to"),
            *(_letters(launch, party, letters) for party, letters in activity.letters.items()),
        )
    )


class ActivityAdded(Change, frozen=True, kw_only=True):
    activity: Activity

    def check(self, launch: Launch) -> Refusal | None:
        if self.activity.id in launch.activities:
            return refuse("key-taken", key=self.activity.key)
        if any(other.key == self.activity.key for other in launch.activities.values()):
            return refuse("key-taken", key=self.activity.key)
        return _whole(launch, self.activity)

    def apply(self, launch: Launch) -> Launch:
        activities = launch.activities.insert(self.activity.id, self.activity)
        return numbered(replaced(launch, activities=activities), self.activity.key)

    def inverse(self) -> ActivityRemoved:
        return ActivityRemoved(was=self.activity)


class ActivityRemoved(Change, frozen=True, kw_only=True):
    was: Activity

    def check(self, launch: Launch) -> Refusal | None:
        if launch.activities.get(self.was.id) != self.was:
            return refuse("moved-on", what=self.was.key, field="activity")
        return None

    def apply(self, launch: Launch) -> Launch:
        return replaced(launch, activities=launch.activities.discard(self.was.id))

    def inverse(self) -> ActivityAdded:
        return ActivityAdded(activity=self.was)


class ActivityFields(Fields, frozen=True, kw_only=True):
    title: str | UnsetType = UNSET
    position: int | UnsetType = UNSET
    input_expected: str | UnsetType = UNSET
    escalates_to: str | UnsetType = UNSET


class ActivityEdited(Change, frozen=True, kw_only=True):
    activity: str
    to: ActivityFields
    was: ActivityFields

    def check(self, launch: Launch) -> Refusal | None:
        activity = launch.activities.get(self.activity)
        if activity is None:
            return refuse("activity-gone")
        edited: Activity = replaced(activity, **self.to.given())
        return changed(self.to, self.was, activity, activity.key) or _whole(launch, edited)

    def apply(self, launch: Launch) -> Launch:
        activity = launch.activities.get(self.activity)
        if activity is None:
            return launch
        edited = replaced(activity, **self.to.given())
        return replaced(launch, activities=launch.activities.insert(self.activity, edited))

    def inverse(self) -> ActivityEdited:
        return ActivityEdited(activity=self.activity, to=self.was, was=self.to)


class LettersSet(Change, frozen=True, kw_only=True):
    """One cell: a party's letters for an activity, such as `AR`; empty for none."""

    activity: str
    party: str
    to: str = ""
    was: str = ""

    def check(self, launch: Launch) -> Refusal | None:
        activity = launch.activities.get(self.activity)
        if activity is None:
            return refuse("activity-gone")
        if activity.letters.get(self.party, "") != self.was:
            return refuse("moved-on", what=activity.key, field=self.party)
        return _letters(launch, self.party, self.to)

    def apply(self, launch: Launch) -> Launch:
        activity = launch.activities.get(self.activity)
        if activity is None:
            return launch
        letters = {**activity.letters, self.party: self.to}
        kept = {party: held for party, held in letters.items() if held}
        return replaced(launch, activities=launch.activities.insert(self.activity, replaced(activity, letters=kept)))

    def inverse(self) -> LettersSet:
        return LettersSet(activity=self.activity, party=self.party, to=self.was, was=self.to)
