"""Starts the window when called without arguments or with a launch file, and the command line otherwise."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".launchready"
COMPLETING = "_LAUNCHREADY_COMPLETE"
"""Set by a shell that asks what may come next; it gives no arguments of its own."""


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments open the window: none at all, or one file. A verb's name is never a file."""
    if len(arguments) != 1:
        return not arguments
    return arguments[0].endswith(SUFFIX) or (Path(arguments[0]).is_file() and not _is_verb(arguments[0]))


def _is_verb(name: str) -> bool:
    from launchready.cli.main import VERBS

    return name in VERBS


def main() -> None:
    arguments = sys.argv[1:]
    if COMPLETING not in os.environ and wants_window(arguments):
        gc.disable()  # what is made on the way to the first paint stays; the window then has its own collector
        from launchready.desktop.app import run as run_window

        sys.exit(run_window(arguments))
    from launchready.cli.main import run

    code = run(arguments)
    gc.freeze()  # what is left ends with the process: Python need not look through it once more
    sys.exit(code)


if __name__ == "__main__":
    main()
