"""The sample launch as a file, to look around in."""

from __future__ import annotations

from launchready.desktop.filing import NotFiled, launches_folder
from launchready.desktop.opening import clock, new_id
from launchready.desktop.shelf import free_path
from launchready.store.port import StoreError

NAME = "atlas-3-sample.launchready"
CHAPTERS = 6
"""How far it is told: PM's sign-off has just gone stale, so that there is something in the way."""


def sample_file() -> str:
    """The path of the sample in the launches folder; told anew if there is none. Raises NotFiled."""
    from launchready.desktop.answers import answered
    from launchready.sample import Sample
    from launchready.store.file import FileStore

    folder = launches_folder()
    if (folder / NAME).is_file():
        return str(folder / NAME)
    sample = Sample(clock(), new_id)
    session = sample.start()
    for _ in zip(range(CHAPTERS), sample.chapters(), strict=False):
        pass
    path = str(free_path(folder, NAME))
    try:
        FileStore.create(path, session.store.read()).close()
    except StoreError as error:
        raise NotFiled(answered(error.code, error.arguments)) from error
    return path
