"""`python -m tests.journeys.walks NAME FOLDER`: one walk, on the display that the environment names."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from tests.journeys.walks.hand import start

if __name__ == "__main__":
    module = import_module(f"tests.journeys.walks.{sys.argv[1]}")
    folder = Path(sys.argv[2])
    arguments = module.prepare(folder) if hasattr(module, "prepare") else []
    sys.exit(start(arguments, lambda hand: module.walk(hand, folder)))
