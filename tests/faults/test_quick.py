"""The quick form of the fault checks, with every test run; the long form is `python -m tests.faults`."""

from __future__ import annotations

from tests.faults import cut, failing, killed, replaced, together


def test_a_killed_writer_loses_no_reported_change() -> None:
    assert "none lost" in killed.check(trials=8)


def test_a_failing_disk_leaves_the_file_as_it_was() -> None:
    assert "each refused" in failing.check()


def test_several_writers_lose_nothing_and_all_get_on() -> None:
    assert "none lost" in together.check(processes=2, seconds=1)


def test_several_databases_lose_nothing_and_all_get_on() -> None:
    assert "none lost" in together.check_table(processes=2, seconds=1)


def test_a_file_cut_anywhere_is_refused_or_recovered() -> None:
    assert "none empty" in cut.check(records=3)


def test_a_file_replaced_underneath_is_noticed() -> None:
    assert "noticed each time" in replaced.check()
