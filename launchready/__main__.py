"""Starts the window when called without arguments, and the command line otherwise."""

from __future__ import annotations

import sys


def main() -> None:
    from launchready.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
