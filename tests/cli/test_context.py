"""Who acts, what time it is, and whose word a judgement is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.desk import DECIDER, PM, PMM, Desk

STRANGER = "Q. Tester"


def ready(desk: Desk) -> None:
    """A launch in which every judgement below waits to be given."""
    desk.finish("PM-2", "PM-3", "PMM-1", "PMM-2", "J-1")
    desk.do("task done", "PM-2")
    desk.do("waiver ask", "PM-3", "--reason", "Late", "--compensation", "Later", "--until", "T+9")
    desk.do("claim add", "Fast", "--use")
    desk.do("claim prove", "C-1", "--evidence", "Benchmark")
    desk.sign("pmm", "conditions", "--condition", "Finish; ; T-2; PMM-1 PMM-2 J-1")


JUDGEMENTS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "agree": ("agree", ("--lane", "pm"), PM),
    "sign": ("sign", ("--lane", "pm", "--position", "no-go"), PM),
    "withdraw": ("withdraw", ("--lane", "pmm"), PMM),
    "confirm": ("task done", ("J-1", "--lane", "pm"), PM),
    "ack": ("task ack", ("PM-2",), PMM),
    "send-back": ("task send-back", ("PM-2", "--reason", "Two are missing"), PMM),
    "waiver ask": ("waiver ask", ("PMM-1", "--reason", "a", "--compensation", "b", "--until", "T+1"), PMM),
    "waiver consent": ("waiver consent", ("PM-3",), PMM),
    "waiver review": ("waiver review", ("PM-3",), "Legal"),
    "waiver renew": ("waiver renew", ("PM-3", "--until", "T+19"), PM),
    "waiver withdraw": ("waiver withdraw", ("PM-3",), PM),
    "claim accept": ("claim accept", ("C-1",), PM),
    "condition accept": ("condition accept", ("CD-1",), PM),
    "condition release": ("condition release", ("CD-1",), PM),
    "escalate": ("escalate", ("Ship?", "--by", "T-2", "--lane", "pm"), PM),
    "rule": ("rule", ("--position", "no-go", "--reason", "Wait"), DECIDER),
    "decide": ("decide", (), PM),
    "call-off": ("call-off", ("--reason", "No market"), PM),
    "delegate": ("person delegate", ("J. Abe", "--lane", "pm", "--from", "T-3", "--to", "T-1"), PM),
}


@pytest.mark.parametrize("name", JUDGEMENTS)
def test_a_judgement_is_tied_to_the_person_whose_it_is(name: str, desk: Desk) -> None:
    verb, options, entitled = JUDGEMENTS[name]
    ready(desk)
    desk.do("person add", STRANGER)
    desk.refused(verb, *options, by=STRANGER)
    told = desk.do(verb, *options, "--for", entitled, by=STRANGER)
    assert f"(recorded for {entitled})" in told
    assert desk.json("log", "--last", "1")["entries"][0]["by"] == STRANGER
    desk.refused(verb, *options, "--for", STRANGER, by=entitled)


def test_a_recorded_sign_off_says_by_whom_for_whom(desk: Desk) -> None:
    desk.finish()
    desk.do("sign", "--lane", "pm", "--position", "go", "--for", PM, by=STRANGER)
    given = desk.json("status")["lanes"]["pm"]["sign_off"]
    assert (given["by"], given["signed"], given["recorded_by"]) == (PM, False, STRANGER)
    assert f"recorded by {STRANGER} as Go" in desk.do("status")
    desk.sign("pm")
    assert desk.json("status")["lanes"]["pm"]["sign_off"]["signed"] is True


def test_seen_is_refused_with_the_difference(desk: Desk) -> None:
    desk.finish()
    seen = desk.head
    desk.do("task reopen", "PM-1")
    signing = ("--lane", "pm", "--position", "no-go", "--seen")
    assert "PM-1 Build passes: reopened" in desk.refused("sign", *signing, seen)
    desk.do("task done", "PM-1")
    desk.do("task edit", "PM-4", "--notes", "Not covered")
    desk.do("sign", *signing, seen[:12])


@pytest.mark.parametrize("option", ["--for", "--seen"])
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_option_does_not_make_it_my_own_word(option: str, empty: str, desk: Desk) -> None:
    assert "empty" in desk.refused("agree", option, empty)


def test_seen_names_no_entry(desk: Desk) -> None:
    assert "launchready log" in desk.refused("agree", "--seen", "feed")


def seen_work(desk: Desk) -> None:
    desk.do("task evidence", "PM-2", "--label", "Later list")


def seen_waiver(desk: Desk) -> None:
    desk.do("waiver renew", "PM-3", "--until", "T+20")
    desk.do("waiver review", "PM-3", by="Legal")


@pytest.mark.parametrize(
    ("verb", "options", "by", "meanwhile"),
    [
        ("task ack", ("PM-2",), PMM, seen_work),
        ("task send-back", ("PM-2", "--reason", "No"), PMM, seen_work),
        ("agree", ("--lane", "pm"), PM, seen_work),
        ("task done", ("J-1",), PM, lambda desk: desk.do("task edit", "J-1", "--title", "Another room")),
        ("rule", ("--position", "no-go", "--reason", "No"), DECIDER, seen_work),
        ("waiver consent", ("PM-3",), PMM, seen_waiver),
    ],
)
def test_every_judgement_on_something_seen_is_bound_to_it(
    verb: str, options: tuple[str, ...], by: str, meanwhile: Callable[[Desk], object], desk: Desk
) -> None:
    ready(desk)
    seen = desk.head
    meanwhile(desk)
    desk.refused(verb, *options, "--seen", seen, by=by)
    desk.do(verb, *options, "--seen", desk.head, by=by)


def test_who_acts_by_option_environment_and_profile(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def acts(*option: str) -> str:
        code, _, error = desk.run("task", "add", str(desk.file), "Task", "--lane", "pm", *option)
        assert (code, error) == (0, "")
        return str(desk.json("log", "--last", "1")["entries"][0]["by"])

    assert desk.run("profile", "--name", "Prof Ile")[0] == 0
    assert acts() == "Prof Ile"
    monkeypatch.setenv("LAUNCHREADY_USER", "Envi Ron")
    assert acts() == "Envi Ron"
    assert acts("--as", "Opti On") == "Opti On"


@pytest.mark.parametrize(
    "time", ["2026-12-01T10:00:00", "tomorrow", "2026-13-01T10:00:00Z", "", "0001-01-01T00:00:00+14:00"]
)
def test_now_needs_an_offset(time: str, desk: Desk) -> None:
    code, out, error = desk.run("status", str(desk.file), "--now", time)
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert "offset" in error


def test_the_same_run_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def story(folder: Path) -> bytes:
        folder.mkdir()
        desk = Desk(folder, capsys)
        desk.make()
        ready(desk)
        desk.do("undo")
        return desk.file.read_bytes()

    assert story(tmp_path / "one") == story(tmp_path / "two")


def test_a_torn_last_line_is_told_and_kept(desk: Desk) -> None:
    with desk.file.open("ab") as file:
        file.write(b'{"torn')
    code, out, error = desk.call("gate")
    assert code == 3
    assert out
    assert "unfinished line of 6 bytes" in error
    assert desk.call("task start", "PM-1", by=PM)[0] == 0
    assert any(b'{"torn' in path.read_bytes() for path in desk.folder.iterdir() if path != desk.file and path.is_file())


def test_a_folder_of_settings_is_not_made_by_reading(desk: Desk, home: Path) -> None:
    desk.do("status")
    assert not list(home.iterdir())
