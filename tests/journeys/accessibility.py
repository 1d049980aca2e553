"""The accessibility tree of a running program, as a screen reader has it: read over AT-SPI's own bus."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any, NamedTuple

from jeepney import DBusAddress, MatchRule, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.journeys import display

ROOT, ATSPI = "/org/a11y/atspi/accessible/root", "org.a11y.atspi"
STATUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
INTERACTIVE = {
    *("push button", "button", "button menu", "check box", "radio button", "toggle button", "combo box"),
    *("text", "entry"),
    *(
        "spin button",
        "slider",
        "table",
        "tree",
        "list",
        "table cell",
        "cell",
        "list item",
        "link",
        "menu item",
        "page tab",
    ),
}
CHECKED, FOCUSABLE, SHOWING, CHECKABLE = 4, 11, 25, 41
"""Bits of AT-SPI's states."""
LABELLED_BY = 2
"""The number of that relation."""
PATIENCE = 20.0


class Node(NamedTuple):
    """One accessible object; `path` tells it from the others of its program."""

    bus: str
    path: str
    role: str
    name: str
    states: int
    parents: tuple[str, ...]

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)

    @property
    def showing(self) -> bool:
        return self.has(SHOWING)

    def __str__(self) -> str:
        return f"{self.role} “{self.name}” in {' > '.join(self.parents)}"


class Reader:
    """Reads the trees of all programs on the bus, and acts in them."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def close(self) -> None:
        self._connection.close()

    def _call(self, address: DBusAddress, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> Any:
        answer = self._connection.send_and_get_reply(new_method_call(address, method, signature, body), timeout=10)
        if answer.header.message_type is MessageType.error:
            raise LookupError(answer.body)
        return answer.body[0] if answer.body else None

    def _address(self, bus: str, path: str, interface: str) -> DBusAddress:
        return DBusAddress(path, bus, f"{ATSPI}.{interface}")

    def programs(self) -> list[tuple[str, str]]:
        try:
            return list(self._call(self._address(f"{ATSPI}.Registry", ROOT, "Accessible"), "GetChildren"))
        except LookupError:  # the registry is started by being asked, and may end once at that
            return []

    def tree(self, bus: str, path: str, parents: tuple[str, ...] = ()) -> Iterator[Node]:
        """The node and all below it that can be seen, as they stand in the tree."""
        accessible = self._address(bus, path, "Accessible")
        try:
            name = self._name(bus, path)
            role = self._call(accessible, "GetRoleName")
            states = self._call(accessible, "GetState")
            children = self._call(accessible, "GetChildren")
        except LookupError:  # gone meanwhile
            return
        node = Node(bus, path, role, name, states[0] | states[1] << 32, parents)
        yield node
        if not node.showing and len(parents) > 1:  # what is in it may say otherwise, but nobody sees it
            return
        for child_bus, child in children:
            yield from self.tree(child_bus, child, (*parents, f"{role} “{name}”"))

    def nodes(self) -> list[Node]:
        return [node for bus, path in self.programs() for node in self.tree(bus, path)]

    def find(self, role: str, name: str) -> Node:
        """The node in sight of that role whose name has those words in it; waited for."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for node in self.nodes():
                if role in node.role and name in node.name and node.showing:
                    return node
            time.sleep(0.1)
        raise LookupError(f"no {role} “{name}”")

    def gone(self, role: str, name: str) -> None:
        """Waits until there is no such node in sight."""
        end = time.monotonic() + PATIENCE
        while any(role in node.role and name in node.name and node.showing for node in self.nodes()):
            assert time.monotonic() < end, f"{role} “{name}” is still there"
            time.sleep(0.1)

    def labels(self, node: Node) -> list[str]:
        """Names of what labels the node. Qt has a combo box's value in the place of its name."""
        relations = self._call(self._address(node.bus, node.path, "Accessible"), "GetRelationSet")
        targets = [target for relation, held in relations if relation == LABELLED_BY for target in held]
        return [self._name(bus, path) for bus, path in targets]

    def _name(self, bus: str, path: str) -> str:
        accessible = self._address(bus, path, "Accessible")
        return str(self._connection.send_and_get_reply(Properties(accessible).get("Name"), timeout=10).body[0][1])

    def actions(self, node: Node) -> list[str]:
        found = self._call(self._address(node.bus, node.path, "Action"), "GetActions")
        return [name for name, _, _ in found]

    def write(self, node: Node, text: str) -> None:
        """Replaces what is in a field."""
        assert self._call(self._address(node.bus, node.path, "EditableText"), "SetTextContents", "s", (text,)), node

    @contextmanager
    def announcements(self) -> Iterator[Iterator[str]]:
        """What the program has a screen reader say from now on, waited for."""
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object", member="Announcement")
        self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=10)
        registry = DBusAddress("/org/a11y/atspi/registry", f"{ATSPI}.Registry", f"{ATSPI}.Registry")
        self._call(registry, "RegisterEvent", "s", ("object:announcement",))
        with self._connection.filter(rule, bufsize=50) as heard:
            yield (str(self._connection.recv_until_filtered(heard, timeout=PATIENCE).body[3][1]) for _ in count())

    def act(self, node: Node, number: int = 0) -> None:
        """Does what the node's action of that number does."""
        assert self._call(self._address(node.bus, node.path, "Action"), "DoAction", "i", (number,)), node


@contextmanager
def buses(environment: dict[str, str]) -> Iterator[str]:
    """A session bus with the accessibility bus started and switched on; gives its address, and ends both."""
    command = [display.program("dbus-daemon"), "--session", "--nofork", "--print-address=1"]
    session = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL)
    assert session.stdout is not None
    address = session.stdout.readline().strip()
    launcher = subprocess.Popen(
        [display.program("at-spi-bus-launcher"), "--launch-immediately"],
        env=environment | {"DBUS_SESSION_BUS_ADDRESS": address},
        stderr=subprocess.DEVNULL,
    )
    try:
        with open_dbus_connection(address) as connection:
            _until_owned(connection)
            connection.send_and_get_reply(Properties(STATUS).set("IsEnabled", "b", True), timeout=10)
        yield address
    finally:
        for process in (launcher, session):
            process.terminate()
            process.wait(10)
        session.stdout.close()


def reader(address: str) -> Reader:
    """A reader on the accessibility bus of that session bus."""
    with open_dbus_connection(address) as connection:
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        found = connection.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=10).body[0]
    return Reader(open_dbus_connection(found))


def _until_owned(connection: DBusConnection) -> None:
    daemon = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        asked = new_method_call(daemon, "NameHasOwner", "s", ("org.a11y.Bus",))
        if connection.send_and_get_reply(asked, timeout=10).body[0]:
            return
        time.sleep(0.05)
    raise TimeoutError("the accessibility bus did not start")
