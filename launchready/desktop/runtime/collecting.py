"""Garbage is looked for in the event loop, and nowhere else.

Python looks for it wherever an object happens to be made: in a thread, where no widget may end, or deep within Qt,
which may hold the very lock that ending an object waits for.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks at whether it is time."""
OLD = 10
"""Python's own limit for the oldest generation, where it names none."""


class Collector(QObject):
    """Collects for as long as the application runs, instead of Python."""

    TAKEN = "collected"

    @classmethod
    def take_over(cls, app: QObject) -> None:
        """One for an application. A property tells, because `findChild` would look through Qt's own objects, too."""
        if not app.property(cls.TAKEN):
            app.setProperty(cls.TAKEN, True)
            cls(app)

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(EVERY)
        timer.timeout.connect(collect_due)
        timer.start()


def collect_due() -> None:
    """Collects the generations whose time it is, by Python's own limits."""
    young, middle, old = (made > (limit or OLD) for made, limit in zip(gc.get_count(), gc.get_threshold(), strict=True))
    if young:
        gc.collect(2 if middle and old else 1 if middle else 0)
