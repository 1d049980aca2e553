"""Loads pytest-qt only where Qt can be: without libGL it aborts the whole run, so `pyproject.toml` keeps it out."""

from __future__ import annotations

try:
    from PySide6 import QtGui  # noqa: F401  its system libraries are what is tried

    NO_QT = ""
except ImportError as error:
    NO_QT = str(error)

pytest_plugins = [] if NO_QT else ["pytestqt.plugin"]
