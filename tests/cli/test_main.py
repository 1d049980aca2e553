"""How a command ends: its exit code, one line for an error, and what it loads."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from launchready.cli.main import SECTIONS, VERBS, launchready
from tests.cli.desk import PM, Desk


def test_help_lists_every_verb_once() -> None:
    assert sorted(verb for verbs in SECTIONS.values() for verb in verbs) == sorted(VERBS)


def every_command() -> list[tuple[str, ...]]:
    context = click.Context(launchready)
    found: list[tuple[str, ...]] = []
    for verb in VERBS:
        command = launchready.get_command(context, verb)
        found.append((verb,))
        if isinstance(command, click.Group):
            found += [(verb, name) for name in command.commands]
    return found


@pytest.mark.parametrize("verb", every_command(), ids=" ".join)
def test_every_verb_has_help(verb: tuple[str, ...], nothing: Desk) -> None:
    code, out, error = nothing.run(*verb, "--help")
    assert (code, error) == (0, "")
    assert f"Usage: launchready {' '.join(verb)} " in out


def found(verb: tuple[str, ...]) -> click.Command:
    command: click.Command = launchready
    for name in verb:
        assert isinstance(command, click.Group)
        held = command.get_command(click.Context(command), name)
        assert held is not None
        command = held
    return command


@pytest.mark.parametrize("verb", [verb for verb in every_command() if verb[0] not in ("new", "list", "demo", "doctor")])
def test_the_file_is_the_first_argument(verb: tuple[str, ...]) -> None:
    command = found(verb)
    arguments = [parameter.name for parameter in command.params if isinstance(parameter, click.Argument)]
    if isinstance(command, click.Group) or verb[0] in ("template", "profile"):
        return
    assert arguments[0] == "file"


LEAVES = [(verb, command) for verb in every_command() if not isinstance(command := found(verb), click.Group)]


@pytest.mark.parametrize(("verb", "command"), LEAVES, ids=[" ".join(verb) for verb, _ in LEAVES])
def test_every_verb_has_an_example_that_it_takes(verb: tuple[str, ...], command: click.Command) -> None:
    """One line, so that a shell gets it whole."""
    example = (command.epilog or "").removeprefix("\b\nExample: ")
    words = shlex.split(example.partition(" && ")[0])
    assert tuple(words[: len(verb) + 1]) == ("launchready", *verb)
    command.make_context(" ".join(verb), words[len(verb) + 1 :]).close()


@pytest.mark.parametrize(("verb", "command"), LEAVES, ids=[" ".join(verb) for verb, _ in LEAVES])
def test_every_option_says_what_it_is(verb: tuple[str, ...], command: click.Command) -> None:
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert not [option.name for option in options if not option.help], verb


WITH_JSON = [(verb, command) for verb, command in LEAVES if "as_json" in {option.name for option in command.params}]


@pytest.mark.parametrize(("verb", "command"), WITH_JSON, ids=[" ".join(verb) for verb, _ in WITH_JSON])
def test_help_names_the_keys_of_the_json(verb: tuple[str, ...], command: click.Command, desk: Desk) -> None:
    alone = verb[0] in ("list", "profile", "doctor") or verb in (("template", "list"), ("template", "show"))
    more = ("--template", str(desk.folder / "small.toml")) if verb[-1] == "compare" else ()
    _, out, error = desk.run(*verb, "--json") if alone else desk.call(" ".join(verb), *more, "--json")
    assert error == ""
    [option] = [option for option in command.params if option.name == "as_json"]
    assert isinstance(option, click.Option)
    assert option.help == f"Print JSON: {', '.join(json.loads(out))}."


def test_nothing_asks_for_help(nothing: Desk) -> None:
    code, out, _ = nothing.run()
    assert code == 0
    assert "launchready demo" in out


def test_a_group_alone_shows_its_verbs(nothing: Desk) -> None:
    code, out, error = nothing.run("task")
    assert (code, out) == (2, "")
    assert "send-back" in error


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("stats", "x"), "status"),
        (("task", "strt", "x"), "start"),
        (("tasks", "--lanes"), "--lane"),
        (("task", "done", "x", "--lane", "joint"), "pmm"),
        (("new", "Atlas", "--tier", "1"), "Missing --date, --pm and --pmm. See"),
        (("waiver", "ask", "--reason", "Late"), "Missing FILE, KEY..., --compensation and --until. See"),
        (("status",), "Missing argument 'FILE'. See"),
        (
            ("task", "add", "x", "Data", "migration", "--lane", "pm"),
            "(migration): a text with blanks needs quotes. See",
        ),
        (("status", "x", "y"), "extra argument (y). See"),
        (("atlas.launchready", "status"), "`launchready status atlas.launchready`"),
    ],
)
def test_a_slip_names_what_was_meant(typed: tuple[str, ...], meant: str, nothing: Desk) -> None:
    code, out, error = nothing.run(*typed)
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert meant in error
    assert "--help`" in error


def test_the_version(nothing: Desk) -> None:
    assert nothing.run("--version")[1].startswith("launchready 0.")


def test_an_error_nobody_foresaw_is_one_line_and_a_report(
    desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("launchready.cli.status.decide", breaks)
    code, out, error = desk.call("status")
    assert (code, error.count("\n")) == (2, 1)
    assert "Traceback" not in out + error
    [report] = home.rglob("error.log")
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert str(report) in error


def process(desk: Desk, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "launchready", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment}, cwd=desk.folder
    )


def test_a_closed_pipe_is_no_complaint_and_no_verdict(desk: Desk) -> None:
    for verb, expected in (("tasks", 0), ("gate", 3)):
        tried = process(desk, verb, str(desk.file), "--now", desk.now)
        assert tried.stdout
        tried.stdout.close()
        assert tried.stderr
        with tried.stderr:
            assert tried.stderr.read() == b""
        assert tried.wait() == expected


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is always full")
def test_what_is_done_is_no_refusal_though_it_can_not_be_told(desk: Desk) -> None:
    with Path("/dev/full").open("wb") as full:
        for verb, expected in (("task start", 0), ("undo", 0), ("status", 2)):
            more = ("PM-1",) if verb == "task start" else ()
            acting = () if verb == "status" else ("--as", PM)
            command = [sys.executable, "-m", "launchready", *verb.split(), str(desk.file), *more, *acting]
            tried = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            assert (tried.returncode, tried.stderr.count("\n")) == (expected, 1), tried.stderr
            assert "No space left" in tried.stderr
        leads = ("--pm", PM, "--pmm", "Dana Ruiz", "--as", PM)
        new = ("new", "Two", "--tier", "3", "--date", "2027-03-09", "--out", "two.launchready", *leads)
        command = [sys.executable, "-m", "launchready", *new]
        tried = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=desk.folder)
        assert (tried.returncode, (desk.folder / "two.launchready").is_file()) == (0, True), tried.stderr
    assert len(desk.json("log")["entries"]) == 3


def test_a_terminal_without_the_characters_still_gets_the_rest(desk: Desk) -> None:
    out, error = process(desk, "status", str(desk.file), "--now", desk.now, PYTHONIOENCODING="latin-1").communicate()
    assert out.startswith(b"Atlas \xb7 Tier 1 \xb7 T\\u221230")
    assert error == b""


def test_gate_loads_neither_window_nor_exporter_nor_lock(desk: Desk) -> None:
    script = (
        "import sys\nfrom launchready.cli.main import run\n"
        f"code = run(['gate', {str(desk.file)!r}, '--now', {desk.now!r}])\n"
        "print(code, *sorted(sys.modules))"
    )
    tried = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    code, *modules = tried.stdout.splitlines()[-1].split()
    assert code == "3"
    loaded = {name.partition(".")[0] for name in modules}
    assert "msgspec" in loaded
    assert not loaded & {"PySide6", "filelock", "rich", "typst", "jinja2", "markdown_it", "platformdirs"}
    assert not [name for name in modules if name.startswith(("launchready.exchange", "launchready.desktop"))]
