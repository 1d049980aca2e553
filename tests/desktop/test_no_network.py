"""No network use at all: a whole round through the window, in a process in which any such socket ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROUND = """
import socket, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        if arguments[0].family != getattr(socket, "AF_UNIX", None):
            print("NETWORK", event, arguments[1:]); sys.stdout.flush(); import os; os._exit(9)
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "http.client.connect"):
        print("NETWORK", event, arguments); sys.stdout.flush(); import os; os._exit(9)

sys.addaudithook(refuse)
if sys.argv[1:] == ["prove"]:
    socket.socket().connect(("127.0.0.1", 9))
from PySide6.QtCore import QSettings
from launchready.desktop import pages
from launchready.desktop.app import make_app
from launchready.desktop.pictures.drawing import settle
from launchready.desktop.pictures.sample import sample_bridge
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window
window = Window(Theme(make_app()), QSettings("window.ini", QSettings.Format.IniFormat))
window.show()
window.show_bridge(sample_bridge(), remember=False)
for page in pages.PAGES:
    window.open_page(page.id)
    settle(5)
window.show_palette()
settle(5)
window.close()
print("done")
"""


def went_round(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ROUND, *arguments],
        cwd=folder,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_no_socket_leaves_this_computer(tmp_path: Path) -> None:
    ended = went_round(tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "done\n"), ended.stdout + ended.stderr


def test_one_that_would_be_seen(tmp_path: Path) -> None:
    ended = went_round(tmp_path, "prove")
    assert ended.returncode == 9
    assert "NETWORK" in ended.stdout


def test_qt_network_is_never_loaded() -> None:
    """Qt's own sockets go past Python: no module may name them."""
    package = Path(__file__).parents[2] / "launchready"
    assert [path.name for path in package.rglob("*.py") if "QtNetwork" in path.read_text(encoding="utf-8")] == []
