"""One window a launch file: a second start raises the one that has it open."""

from __future__ import annotations

import getpass
import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal

ANSWER_WITHIN = 300


def _name(path: str) -> str:
    """The server's name for a file: by user and real path, short enough for a socket."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = ""
    digest = hashlib.sha256(f"{user}\n{os.path.realpath(path)}".encode()).hexdigest()
    return f"launchready-{digest[:24]}"


def raise_other(path: str) -> bool:
    """Asks whoever has the file open to come to the front. False where nobody has.

    The socket is a file where there are such, so that a first start need not load Qt's network to see that.
    """
    name = _name(path)
    if os.name == "posix" and not (Path(QDir.tempPath()) / name).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ANSWER_WITHIN):
        return False
    socket.write(b"raise\n")
    socket.waitForBytesWritten(ANSWER_WITHIN)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Answers for the files that this process has open. `rung` tells that a second start wants the window."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def answer_for(self, path: str) -> None:
        """From now on for this file, and no longer for the one before."""
        self._server.close()
        name = _name(path)
        if not self._server.listen(name):
            self._server.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.rung.emit()
