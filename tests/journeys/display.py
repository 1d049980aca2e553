"""A display of the tests' own: Xvfb on a free number, and a process that walks through a window on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from launchready.desktop.runtime import display

PACKAGES = {"Xvfb": "xvfb", "dbus-daemon": "dbus", "at-spi-bus-launcher": "at-spi2-core"}
LIBEXEC = "/usr/libexec:/usr/lib/at-spi2-core"


def program(name: str) -> str:
    """The program of that name; the test is skipped without it, or fails where nothing may be skipped."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{LIBEXEC}")
    if found is None:
        missing(f"{name} is not installed (Debian: {PACKAGES[name]})")
    return str(found)


def missing(what: str) -> None:
    if os.environ.get("LAUNCHREADY_NO_SKIPS") == "1":
        pytest.fail(what)
    pytest.skip(what)


@contextmanager
def screen(size: str = "1600x1000") -> Iterator[str]:
    """Starts Xvfb and gives its display, such as `:7`; ends it."""
    read, write = os.pipe()
    command = [program("Xvfb"), "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        assert number, "Xvfb did not start"
        if problem := display.problem({"DISPLAY": f":{number}"}, "linux"):
            missing(problem)
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def environment(shown_on: str, home: Path) -> dict[str, str]:
    """That display, a home of its own, and nobody's desktop settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND", "DBUS_"))}
    own = {"DISPLAY": shown_on, "QT_QPA_PLATFORM": "xcb", "HOME": str(home), "TMPDIR": str(home)}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_DOCUMENTS_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700, exist_ok=True)
        own[name] = str(folder)
    return kept | own


def walk(name: str, shown_on: str, home: Path) -> None:
    """Runs `tests.journeys.walks.NAME` in a process of its own; what fails there fails here, with its words."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.walks", name, str(home)],
        env=environment(shown_on, home),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode == 0, f"exit {ended.returncode}\n{ended.stdout}{ended.stderr}"
