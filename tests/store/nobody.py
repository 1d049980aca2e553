"""Permission tests as a user whom permissions bind: root may read and write anything."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock  # noqa: F401  (the other user may not be allowed to read it from where it is installed)

from launchready.store import StoreError

NOBODY = 65534


@contextmanager
def open_folder() -> Iterator[Path]:
    """A new folder that other users can reach; a test's own folder is closed to them."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def as_nobody(action: Callable[[], object]) -> object:
    """What `action` gives, or the StoreError it ends with, to a user who is not root and owns nothing here."""
    if os.geteuid() != 0:
        return _outcome(action)
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # about threads, which the child does not use
        child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writing, pickle.dumps(_outcome(action)))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    if not answer:
        raise AssertionError("the other user's process ended without an answer")
    return pickle.loads(answer)


def _outcome(action: Callable[[], object]) -> object:
    try:
        return action()
    except StoreError as error:
        return type(error).__name__, error.code, error.arguments
    except Exception as error:
        return f"{type(error).__name__}: {error}"
