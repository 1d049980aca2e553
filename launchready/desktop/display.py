"""Whether a window can be shown at all. QApplication aborts where it can't, and that is not to be caught."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

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


def _x11_problem(display: str) -> str:
    """Whether the X server answers and the plugin's libraries are there."""
    import ctypes.util

    missing = [name for name in ("xcb-cursor", "xkbcommon-x11") if ctypes.util.find_library(name) is None]
    if missing:
        packages = {"xcb-cursor": "libxcb-cursor0", "xkbcommon-x11": "libxkbcommon-x11-0"}
        names = " ".join(packages[name] for name in missing)
        return f"The window can't be shown: system libraries are missing. On Debian and Ubuntu: apt install {names}."
    library = ctypes.util.find_library("xcb")
    if library is None:
        return ""
    xcb = ctypes.CDLL(library)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return f"The window needs a display, and {display} does not answer." if failed else ""
