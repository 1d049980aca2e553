"""A launch file of three records, and it opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from launchready.store.file import FileStore
from tests.store import chain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.launchready"
    FileStore.create(path, chain(3)).close()
    return path


@pytest.fixture
def opened(path: Path) -> Iterator[FileStore]:
    store = FileStore.open(path)
    yield store
    store.close()
