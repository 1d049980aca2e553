"""`python -m tests.benchmarks`: ours, the floor and the ratio, medians of one run. Exits 1 if a limit is passed."""

from __future__ import annotations

import sys
from importlib import import_module

GROUPS = ("storage", "session", "exporting", "importing", "window")


def main(wanted: list[str]) -> int:
    """Runs the groups named, or all, and prints a line a figure."""
    if unknown := set(wanted) - set(GROUPS):
        print(f"There is no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    print(f"{'':2}{'what / floor':74}{'ours':>12}{'floor':>12}{'ratio':>8}{'at most':>9}")
    over = 0
    for group in wanted or GROUPS:
        for row in import_module(f"tests.benchmarks.{group}").rows():
            passed = row.ratio <= row.limit
            over += not passed
            mark = "  " if passed else "! "
            ours, floor = (f"{seconds * 1000:.3f} ms" for seconds in (row.ours, row.floor))
            print(f"{mark}{row.name:74}{ours:>12}{floor:>12}{row.ratio:>8.2f}{row.limit:>9.2f}", flush=True)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
