"""`log`, `undo`, `redo` and `check`."""

from __future__ import annotations

from tests.cli.desk import DECIDER, PM, PMM, Desk


def test_the_log_tells_who_did_what(desk: Desk) -> None:
    desk.do("task start", "PM-1", by=PMM)
    desk.do("task start", "PM-2", by=PM)
    assert "Created “Atlas”, Tier 1, launching 15 Dec 2026, with 7 tasks" in desk.do("log")
    assert "PM-1" not in desk.do("log", "--last", "1")
    assert [entry["text"] for entry in desk.json("log", "--by", "dana ruiz")["entries"]] == [
        "Marked PM-1 Build passes in progress"
    ]
    assert desk.json("log", "--by", "Dana")["entries"] == desk.json("log", "--by", PMM)["entries"]
    assert desk.do("log", "--by", "Nobody") == "Nothing by Nobody.\n"


def test_undo_takes_back_my_own_newest(desk: Desk) -> None:
    desk.do("task start", "PM-1", by=PM)
    desk.do("task start", "PM-2", by=PMM)
    assert "PM-1" in desk.do("undo", by=PM)
    assert (desk.task("PM-1")["status"], desk.task("PM-2")["status"]) == ("to-do", "in-progress")
    desk.do("redo", by=PM)
    assert desk.task("PM-1")["status"] == "in-progress"
    assert "nothing to redo" in desk.refused("redo", by=PM)
    assert "nothing to undo" in desk.refused("undo", by=DECIDER)


def test_undo_of_a_named_entry(desk: Desk) -> None:
    desk.do("task start", "PM-1")
    named = desk.head[:12]
    desk.do("task start", "PM-2")
    desk.do("undo", named, by=PMM)
    assert desk.task("PM-1")["status"] == "to-do"
    assert "undone already" in desk.refused("undo", named)
    assert "launchready log" in desk.refused("undo", "zzz")
    first = desk.json("log")["entries"][0]["hash"]
    assert "remove the file" in desk.refused("undo", first)


def test_a_judgement_is_not_undone(desk: Desk) -> None:
    desk.do("agree")
    assert "withdraw it" in desk.refused("undo")


def test_an_undo_that_stops_at_a_judgement_names_the_ways_on(desk: Desk) -> None:
    desk.do("task start", "PM-1")
    before = desk.head[:12]
    desk.do("waiver ask", "PM-2", "--reason", "Late", "--instead", "Off", "--until", "2027-01-09")
    said = desk.refused("undo")
    assert desk.head[:12] in said
    assert "`launchready waiver withdraw` withdraws it" in said
    assert f" {before}` goes past it: “Marked PM-1 Build passes in progress”." in said
    desk.do("undo", before)
    assert desk.task("PM-1")["status"] == "to-do"


def test_check_tells_the_head_and_the_rules(desk: Desk) -> None:
    desk.finish()
    checked = desk.json("check")
    assert (checked["head"], checked["rules"], checked["raci"]) == (desk.head, [], [])
    assert "Every change keeps the rules." in desk.do("check")


def test_check_says_no_to_an_entry_against_the_rules(desk: Desk) -> None:
    """A chain that is whole, with a sign-off in it that its author had no right to give."""
    import datetime as dt

    from launchready.launch import log
    from launchready.launch.changes import CalledOff
    from launchready.launch.model import Author, Word
    from launchready.store.file import FileStore
    from launchready.store.port import Record

    now = dt.datetime.fromisoformat(desk.now)
    forged = CalledOff(reason="No", word=Word(by="nobody", at=now))
    entry = log.Entry(id="forged", at=now, by=Author("Nobody"), prev=desk.head, changes=(forged,))
    body = log.encode(entry)
    store = FileStore.open(str(desk.file))
    store.append(Record(body, log.hash_of(body)), desk.head)
    store.close()
    code, out, _ = desk.call("check")
    assert code == 2
    assert "Against the rules: " in out
    assert "line 2" in out
