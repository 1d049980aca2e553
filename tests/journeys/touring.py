"""What a screen reader has of each scene of the window, and what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.journeys.accessibility import CHECKABLE, FOCUSABLE, INTERACTIVE, Node, Reader, reader

CHECKED_ROLES = {"check box", "radio button", "toggle button"}
READ_ONLY = {"label", "filler"}
"""Roles that may take the focus although nothing can be done there: to be read or scrolled by keys."""
REPEATED = {"cell", "table cell", "list item", "tree item", "label", "filler"}
"""Roles whose names may stand twice: a table of tasks may have the same word in two rows."""


class Tour:
    """Brings up scenes in a program of their own, and reads what it then shows.

    Once in some thousand scenes the program was ended by a signal while it was read, and nobody knows yet whose fault
    it was. It is started again, once, and its stack is printed; a second time is a failure.
    """

    def __init__(self, start: Callable[[], subprocess.Popen[str]], read: Reader) -> None:
        self._start = start
        self.program = start()
        self.crashed = ""
        self.reader = read

    def show(self, scene: str) -> None:
        if self._is_shown(scene):
            return
        if self.program.wait(30) < 0 and not self.crashed:
            self.crashed = scene
            with suppress(BrokenPipeError):
                self.program.communicate()
            self.program = self._start()
            if self._is_shown(scene):
                return
        raise AssertionError(f"{scene} was not shown")

    def _is_shown(self, scene: str) -> bool:
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        with suppress(BrokenPipeError):  # it ended while it was read
            self.program.stdin.write(f"{scene}\n")
            self.program.stdin.flush()
        return any(line.strip() == f"ready {scene}" for line in self.program.stdout)

    def faults(self) -> Iterator[str]:
        """What is in sight without a name, role or state that tells what it is."""
        nodes = [self._named(node) for node in self.reader.nodes() if node.showing]
        found = [node for node in nodes if node.role in INTERACTIVE or node.has(FOCUSABLE)]
        assert len(found) > 5
        for node in found:
            if not node.name.strip():
                yield f"no name: {node}"
            if node.role not in INTERACTIVE | READ_ONLY:
                yield f"a role that says nothing: {node}"
            if node.role in CHECKED_ROLES and not node.has(CHECKABLE):
                yield f"no state: {node}"
        told = Counter((node.role, node.name, context(node)) for node in found if node.role not in REPEATED)
        for (role, name, within), count in told.items():
            if count > 1:
                yield f"{count} times: {role} “{name}” in {within}"

    def _named(self, node: Node) -> Node:
        """A combo box by what labels it: Qt gives its value for its name."""
        return node._replace(name=", ".join(self.reader.labels(node))) if node.role == "combo box" else node


def context(node: Node) -> str:
    """The named things that it stands in."""
    return " > ".join(parent for parent in node.parents if not parent.endswith("“”"))


@contextmanager
def tour(environment: dict[str, str], folder: Path) -> Iterator[Tour]:
    def start() -> subprocess.Popen[str]:
        fresh = tempfile.mkdtemp(dir=folder)
        command = [sys.executable, "-X", "faulthandler", "-m", "tests.journeys.walks", "tour", fresh]
        root, pipe = Path(__file__).parents[2], subprocess.PIPE
        return subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True, cwd=root)

    read = reader(environment["DBUS_SESSION_BUS_ADDRESS"])
    found = Tour(start, read)
    try:
        yield found
    finally:
        read.close()
        found.program.communicate(timeout=30)
    assert found.program.returncode == 0
