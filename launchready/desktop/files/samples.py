"""The sample launch as a file, to look around in."""

from __future__ import annotations

from launchready.desktop.files.filing import as_not_filed, launches_folder
from launchready.desktop.files.opening import clock, new_id
from launchready.desktop.files.shelf import free_path

NAME = "atlas-3-sample.launchready"
CHAPTERS = 6
"""How far it is told: PM's sign-off has just gone stale, so that there is something in the way."""


def sample_file() -> str:
    """The path of the sample in the launches folder; told anew if there is none. Raises NotFiled."""
    from launchready.sample import Sample
    from launchready.store.file import FileStore

    folder = launches_folder()
    if (folder / NAME).is_file():
        return str(folder / NAME)
    sample = Sample(clock(), new_id)
    session = sample.start()
    sample.tell(CHAPTERS)
    path = str(free_path(folder, NAME))
    with as_not_filed():
        FileStore.create(path, session.store.read()).close()
    return path
