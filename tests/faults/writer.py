"""A process that writes until it is told or killed: `python -m tests.faults.writer log|table PATH SECONDS BYTES`.

It prints a line for each change after the change was reported as stored, and not before.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from tinydb import where

from launchready.store import Moved
from launchready.store.database import SharedDatabase
from launchready.store.file import FileStore
from tests.store import record

Process = subprocess.Popen[str]


def start(kind: str, path: Path, seconds: float, size: int = 0, out: IO[str] | int = subprocess.PIPE) -> Process:
    command = [sys.executable, "-m", "tests.faults.writer", kind, str(path), str(seconds), str(size)]
    return subprocess.Popen(command, stdout=out, text=True, cwd=Path(__file__).parents[2])


def append_records(path: Path, seconds: float, size: int) -> None:
    """Append records, every third of up to `size` bytes, each behind the last of anyone's, and print their hashes."""
    store = FileStore.open(path)
    records = store.read()
    number, head = json.loads(records[-1].body)["n"], records[-1].hash
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        new = record(number + 1, head, by=os.getpid(), text="x" * random.choice((0, 99, random.randint(0, size))))
        try:
            store.append(new, after=head)
        except Moved:
            for other in store.read(number + 1):
                number, head = number + 1, other.hash
            continue
        number, head = number + 1, new.hash
        print(head, flush=True)
    store.close()


def count_up(path: Path, seconds: float) -> None:
    """Count up a document that all writers share, agree on one for the moment, insert another, and print its id."""
    database = SharedDatabase(path)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        database.update(lambda document: document.update(count=document["count"] + 1), where("count").exists())
        moment = int(time.time() * 20)
        database.upsert({"moment": moment}, where("moment") == moment)
        print(database.insert({"by": os.getpid()}), flush=True)
    database.close()


if __name__ == "__main__":
    kind, path, seconds, size = sys.argv[1:]
    if kind == "log":
        append_records(Path(path), float(seconds), int(size))
    else:
        count_up(Path(path), float(seconds))
