"""Whether a window can be shown at all. QApplication aborts where it can't, and that is not to be caught."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ctypes

XCB = {"libxcb-cursor.so.0": "libxcb-cursor0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0"}
"""What Qt's X11 plugin needs of the system, and the Debian packages that have it."""
WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def problem(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str:
    """Why no window can be shown, in one sentence; empty where one can."""
    try:
        from PySide6 import QtWidgets  # noqa: F401  its system libraries are what is tried
    except ImportError as error:
        return (
            f"The window can't be shown, because a system library is missing ({error}). On Debian and Ubuntu: "
            "apt install libegl1 libgl1 libxkbcommon0 libxcb-cursor0. The command line works without: "
            "launchready --help."
        )
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if system in ("win32", "darwin") or platform in WITHOUT_SCREEN:
        return ""
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return "The window needs a display, and there is none here. The command line works without: launchready --help."
    if environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return _x11_problem(environment["DISPLAY"])
    return ""


def _library(file: str) -> ctypes.CDLL | None:
    """A system library by its file, which is looked for without starting a process as `find_library` does."""
    import ctypes

    try:
        return ctypes.CDLL(file)
    except OSError:
        return None


def _x11_problem(display: str) -> str:
    """Whether the X server answers and the plugin's libraries are there."""
    import ctypes

    missing = [package for file, package in XCB.items() if _library(file) is None]
    if missing:
        names = " ".join(missing)
        return f"The window can't be shown: system libraries are missing. On Debian and Ubuntu: apt install {names}."
    xcb = _library("libxcb.so.1")
    if xcb is None:
        return ""
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return f"The window needs a display, and {display} does not answer." if failed else ""
