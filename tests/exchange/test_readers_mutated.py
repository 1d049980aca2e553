"""A sound file of every format, spoiled here and there, is read or refused, whoever is asked to read it."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from launchready.exchange.readers import READERS
from launchready.exchange.writers import WRITERS
from tests.exchange import sample_exports as samples
from tests.exchange.reading_tables import book
from tests.exchange.test_readers_fuzz import outcome, taken

BOARD = {
    "name": "Launch",
    "lists": [{"id": "l", "name": "Doing", "pos": 1}],
    "cards": [{"id": "c", "name": "Brief", "idList": "l", "due": "2026-03-01T09:00:00Z", "labels": [{"name": "web"}]}],
    "checklists": [{"idCard": "c", "pos": 2, "checkItems": [{"name": "a", "state": "complete", "pos": 1}]}],
}
SEARCH = {
    "total": 2,
    "issues": [
        {"key": "T-1", "fields": {"summary": "a", "status": {"name": "Open", "statusCategory": {"key": "new"}}}},
        {"key": "T-2", "fields": {"summary": "b", "duedate": "2026-03-01", "labels": ["x"], "subtasks": []}},
    ],
}
ISSUES = [{"number": 1, "title": "a", "state": "open", "body": "- [ ] x\nblocked by #2", "labels": [{"name": "l"}]}]
PLAN = "ID;Task;Owner;Due date;Status;Depends on\n1;Brief;Ana;2026-03-01;Done;\n2;Draft;Bo & Cy;01/06/23;open;1FS+2d\n"
NOTES = (
    "---\ntitle: Plan\n---\n# Plan\n\n## Web (T-14)\n\n- [ ] **Brief** - @ana\n  - [x] step\n\n| Task | Done |\n|-|-|\n"
)


@cache
def sound() -> dict[str, list[bytes]]:
    """Files by the reader that reads them; a reader without one fails the first test here."""
    own = {suffix: WRITERS[suffix].write(samples.midway()) for suffix in ("csv", "xlsx", "md", "json")}
    return {
        "markdown": [NOTES.encode(), own["md"]],
        "csv": [PLAN.encode(), PLAN.encode("utf-16"), own["csv"][:3000]],
        "xlsx": [book(("Plan", [line.split(";") for line in PLAN.splitlines()])), own["xlsx"]],
        "trello": [json.dumps(BOARD).encode()],
        "jira": [json.dumps(SEARCH).encode()],
        "github": [json.dumps(ISSUES).encode()],
        "json": [own["json"][-3000:], own["json"]],
    }


SPOILED = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 30), st.one_of(st.binary(max_size=6), st.text(max_size=4).map(str.encode))
    ),
    min_size=1,
    max_size=4,
)
NAMES = st.sampled_from(["a.csv", "a.tsv", "a.md", "a.json", "a.xlsx", "a.xls", "a.txt", "a"])
MANY = settings(deadline=None, suppress_health_check=list(HealthCheck))


def spoiled(data: bytes, places: list[tuple[float, int, bytes]]) -> bytes:
    """The data with other bytes here and there."""
    for share, length, other in places:
        at = int(share * len(data))
        data = data[:at] + other + data[at + length :]
    return data


def test_every_reader_has_a_sound_file_here() -> None:
    assert set(sound()) == set(READERS)
    for name, files in sound().items():
        assert any((found := outcome(data, "a")) and found.format == name for data in files), name


@pytest.mark.parametrize("reader", READERS)
@MANY
@given(st.data())
def test_spoiled_bytes(reader: str, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(sound()[reader]))
    options = {"include_plain": data.draw(st.booleans()), "format": data.draw(st.sampled_from(["", *READERS]))}
    found = outcome(spoiled(whole, data.draw(SPOILED)), data.draw(NAMES), **options)
    if found and len(found.checklist.tasks) < 20:
        taken(found)
