"""The long form of all fault checks: `python -m tests.faults`. Takes about two minutes; exit code 1 if any failed."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable

from tests.faults import cut, failing, killed, replaced, together

CHECKS: list[Callable[[], str]] = [
    lambda: killed.check(trials=200),
    failing.check,
    lambda: together.check(processes=2, seconds=5),
    lambda: together.check(processes=4, seconds=5),
    lambda: together.check_table(processes=2, seconds=5),
    lambda: together.check_table(processes=4, seconds=5),
    lambda: cut.check(records=6),
    replaced.check,
]


def main() -> int:
    failed = 0
    for check in CHECKS:
        start = time.monotonic()
        try:
            outcome = f"ok      {check()}"
        except Exception:
            failed += 1
            outcome = f"FAILED  {traceback.format_exc().rstrip()}"
        print(f"{outcome}  ({time.monotonic() - start:.1f} s)", flush=True)
    print(f"{len(CHECKS) - failed} of {len(CHECKS)} held")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
