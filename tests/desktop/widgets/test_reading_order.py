"""Every dialog is one in which Tab goes as it is read."""

from __future__ import annotations

import importlib
import pkgutil

from PySide6.QtWidgets import QDialog

import launchready.desktop
from launchready.desktop.widgets.reading_order import Dialog


def test_every_dialog_goes_in_the_reading_order() -> None:
    own = set()
    for module in pkgutil.walk_packages(launchready.desktop.__path__, "launchready.desktop."):
        held = vars(importlib.import_module(module.name)).values()
        own |= {each for each in held if isinstance(each, type) and issubclass(each, QDialog)}
    own = {each for each in own if each.__module__.startswith("launchready")}
    assert len(own) > 8
    assert {each.__name__ for each in own if not issubclass(each, Dialog)} == set()
