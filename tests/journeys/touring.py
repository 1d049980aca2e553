"""What a screen reader has of each scene of the window, and what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.accessibility import CHECKABLE, FOCUSABLE, INTERACTIVE, Node, Reader, reader

CHECKED_ROLES = {"check box", "radio button", "toggle button"}
READ_ONLY = {"label", "filler"}
"""Roles that may take the focus although nothing can be done there: to be read or scrolled by keys."""
REPEATED = {"cell", "table cell", "list item", "tree item", "label", "filler"}
"""Roles whose names may stand twice: a table of tasks may have the same word in two rows."""


class Tour:
    """Brings up scenes in a program of their own, and reads what it then shows."""

    def __init__(self, program: subprocess.Popen[str], read: Reader) -> None:
        self._program = program
        self.reader = read

    def show(self, scene: str) -> None:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(f"{scene}\n")
        self._program.stdin.flush()
        for line in self._program.stdout:
            if line.strip() == f"ready {scene}":
                return
        raise AssertionError(f"{scene} was not shown: the program ended with {self._program.wait(30)}")

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
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.journeys.walks", "tour", str(folder)]
    root = Path(__file__).parents[2]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True, cwd=root) as program:
        read = reader(environment["DBUS_SESSION_BUS_ADDRESS"])
        try:
            yield Tour(program, read)
        finally:
            read.close()
            assert program.stdin is not None
            program.stdin.close()
            program.wait(30)
    assert program.returncode == 0
