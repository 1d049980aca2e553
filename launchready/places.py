"""Where things lie on disk: what ships with the program, and the user's own folders."""

from __future__ import annotations

import os
import re
from pathlib import Path

APP = "launchready"
SUFFIX = ".launchready"


def file_name(name: str) -> str:
    """What a launch's file is called: `atlas-3.0.launchready` for “Atlas 3.0”."""
    slug = re.sub(r"[^\w.]+", "-", name.casefold()).strip("-.")
    return f"{slug or 'launch'}{SUFFIX}"


def resources() -> Path:
    """The folder of shipped resources: inside the package once installed, beside it in a checkout."""
    here = Path(__file__).resolve().parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parent / "resources"


def config_folder() -> Path:
    """The user's settings: profile and own templates. Not created by asking."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def data_folder() -> Path:
    """Where launches lie when no folder is named. Not created by asking."""
    from platformdirs import user_documents_path

    return user_documents_path() / "Launches"


def shown(path: Path) -> str:
    """A path as a person reads it: from `~` on where it lies in the home folder, in full on Windows."""
    home = Path.home()
    if os.name == "nt" or not path.is_relative_to(home):
        return str(path)
    return str(Path("~") / path.relative_to(home))


def log_folder() -> Path:
    """Where the program writes its own log, which never holds launch content. Not created by asking."""
    from platformdirs import user_log_path

    return user_log_path(APP, appauthor=False)
