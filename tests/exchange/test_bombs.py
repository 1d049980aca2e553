"""Files made to take all memory or time are refused, or read, within what a small machine has to give.

They are read in a process of their own, which the system ends where it takes more than its share.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.bombs import MADE

MEMORY, SECONDS = 1_500_000_000, 30


@pytest.mark.skipif(sys.platform == "win32", reason="the system can't be told the limits")
@pytest.mark.parametrize("name", MADE)
def test_a_bomb_is_refused_or_read_within_bounds(name: str) -> None:
    import resource

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    command = [sys.executable, "-m", "tests.exchange.bombs", name]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, preexec_fn=bound)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split()[0] in ("read", "refused")
