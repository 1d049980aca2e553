"""All of a map at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rpds import HashTrieMap

from launchready.launch.maps import values


@given(st.dictionaries(st.text(), st.integers()), st.sets(st.text()))
def test_all_values_are_those_that_iteration_gives(held: dict[str, int], gone: set[str]) -> None:
    made = HashTrieMap(held)
    for key in gone & held.keys():
        made = made.remove(key)
    assert sorted(values(made)) == sorted(made.values())
    assert len(values(made)) == len(made)
