"""`doctor`: versions, places, and what the system lacks."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from launchready import __version__, places
from launchready.cli.context import example, json_option, print_json

PARTS = (
    "PySide6-Essentials",
    "tinydb",
    "filelock",
    "msgspec",
    "rpds-py",
    "click",
    "rich",
    "platformdirs",
    "tzdata",
    "markdown-it-py",
    "python-calamine",
    "jinja2",
    "markupsafe",
    "typst",
    "xlsxwriter",
    "python-pptx",
    "icalendar",
)
PROBE = "from PySide6 import QtGui, QtWidgets"
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_PACKAGES = (
    "libgl1 libegl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0"
)


@click.command(epilog=example("doctor"))
@json_option("launchready", "python", "system", "parts", "places", "window")
def doctor(as_json: bool) -> None:
    """Name versions, where things lie, and what the window lacks on this machine, with the line that installs it."""
    facts = {
        "launchready": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "parts": dict(_parts()),
        "places": {name: str(path) for name, path in _places()},
        "window": _window(),
    }
    if as_json:
        print_json(facts)
        return
    click.echo(f"Launchready {facts['launchready']}, Python {facts['python']}, {facts['system']}")
    click.echo("\nParts")
    for name, version in _parts():
        click.echo(f"  {name:<20} {version}")
    click.echo("\nPlaces")
    for name, path in _places():
        click.echo(f"  {name:<20} {path}{'' if path.exists() else '  (made when needed)'}")
    click.echo("\nWindow")
    for line in _worded(facts["window"]):
        click.echo(f"  {line}")


def _parts() -> Iterator[tuple[str, str]]:
    from importlib import metadata

    for part in PARTS:
        try:
            yield part, metadata.version(part)
        except metadata.PackageNotFoundError:
            yield part, "missing: install launchready again"


def _places() -> Iterator[tuple[str, Path]]:
    yield "launches", places.data_folder()
    yield "settings", places.config_folder()
    yield "own templates", places.config_folder() / "templates"
    yield "logs", places.log_folder()
    yield "resources", places.resources()


def _window() -> dict[str, Any]:
    """Whether Qt's window parts load here, tried in a process of their own: what they lack can end a process."""
    import subprocess

    tried = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)  # noqa: S603
    problem = tried.stderr.strip().splitlines()[-1] if tried.returncode and tried.stderr.strip() else ""
    missing = sorted(package for library, package in LIBRARIES.items() if library in problem)
    return {"usable": tried.returncode == 0, "problem": problem or None, "missing": missing}


def _worded(window: Any) -> list[str]:
    if window["usable"]:
        return ["Qt's libraries load. A window also needs a display."]
    return [
        f"Qt's libraries don't load: {window['problem']}",
        "The command line works without them. For the window, on Debian and Ubuntu:",
        f"sudo apt-get install {WINDOW_PACKAGES}",
    ]
