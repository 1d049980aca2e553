"""What the window does to files of its own: rename, duplicate, archive, trash, show. Nothing is ever overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from launchready import places
from launchready.desktop.answers import answered
from launchready.desktop.files.opening import author, clock, new_id
from launchready.desktop.files.shelf import ARCHIVE, free_path
from launchready.launch.copying import copied
from launchready.launch.drafting import Draft
from launchready.launch.model import Launch
from launchready.launch.refusal import Refused
from launchready.session import Session, create
from launchready.store.file import FileStore
from launchready.store.port import StoreError
from launchready.wording.language import tr
from launchready.wording.refusals import refusal


class NotFiled(Exception):  # noqa: N818  an answer that is shown
    """It was not done; the message is the sentence that says why."""


@contextmanager
def as_not_filed() -> Iterator[None]:
    """Says in words why a launch can't be made, opened or changed. Raises NotFiled."""
    try:
        yield
    except Refused as refused:
        raise NotFiled(refusal(refused.refusal)) from refused
    except StoreError as error:
        raise NotFiled(answered(error.code, error.arguments)) from error


def launches_folder() -> Path:
    """The folder of launches, made if need be."""
    folder = places.data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotFiled(cannot(folder, error)) from error
    return folder


def cannot(path: Path, error: OSError) -> str:
    """That a file or folder can't be changed, and why."""
    reason = error.strerror or str(error)
    return tr("{path} can't be changed: {reason}. Nothing was changed.").format(path=path, reason=reason)


def make_launch(changes: Callable[[Callable[[], str]], list[object]], file: str) -> str:
    """A new launch file with what `changes` gives, under a free name in the launches folder. Returns its path."""
    path = str(free_path(launches_folder(), file))
    with as_not_filed():
        create(path, changes(new_id), author(), clock, new_id)  # type: ignore[arg-type]
    return path


def with_session(path: str, act: Callable[[Session], None]) -> None:
    """Opens a launch for one deed. Raises NotFiled."""
    with as_not_filed(), closing(FileStore.open(path)) as store:
        act(Session(store, author(), clock, new_id))


def rename_launch(path: str, name: str) -> None:
    """Gives the launch another name, as an entry of its log."""

    def act(session: Session) -> None:
        def build(launch: Launch) -> list[object]:
            draft = Draft(launch, new_id)
            draft.edit_launch(name=name)
            return list(draft.changes)

        if session.launch.name != name:
            session.commit(build)  # type: ignore[arg-type]

    with_session(path, act)


def rename_file(path: str, name: str) -> str:
    """Gives the file another name in its folder. Returns its path then."""
    target = Path(path).with_name(file_stem(name, places.SUFFIX) + places.SUFFIX)
    return path if target == Path(path) else move(Path(path), target)


def file_stem(name: str, suffix: str) -> str:
    """What was typed as the name of a file, without its ending. Raises NotFiled where it can't be one."""
    stem = name.strip().removesuffix(suffix).strip()
    if not stem or stem.startswith(".") or any(sign in stem for sign in '/\\:*?"<>|\0'):
        raise NotFiled(tr("“{name}” is no name for a file: use letters, digits, - and spaces.").format(name=name))
    return stem


def move(path: Path, target: Path) -> str:
    """Moves a file to a name that nothing has. Returns its path then."""
    if target.exists() and not (target.name.casefold() == path.name.casefold() and target.samefile(path)):
        raise NotFiled(tr("{file} exists already and was left alone. Choose another name.").format(file=target))
    try:
        path.rename(target)
    except OSError as error:
        raise NotFiled(cannot(path, error)) from error
    _drop_lock(path)
    return str(target)


def _drop_lock(path: Path) -> None:
    """The lock of a name that no file has any more."""
    with suppress(OSError):
        path.with_name(f".{path.name}.lock").unlink(missing_ok=True)


def duplicate(path: str, name: str, date: dt.date) -> str:
    """A new launch with the same checklist, people, claims and RACI, nothing done or signed. Returns its path."""
    made: list[str] = []

    def act(session: Session) -> None:
        launch = session.launch
        file = places.file_name(name)
        made.append(
            make_launch(lambda ids: list(copied(launch, ids, name=name, date=date, go_no_go=launch.go_no_go)), file)
        )

    with_session(path, act)
    return made[0]


def archive(path: str) -> str:
    """Puts the file into the archive beside it. Returns its path there."""
    folder = Path(path).parent / ARCHIVE
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotFiled(cannot(folder, error)) from error
    return move(Path(path), free_path(folder, Path(path).name))


def restore(path: str) -> str:
    """Takes the file out of the archive. Returns its path then."""
    return move(Path(path), free_path(Path(path).parent.parent, Path(path).name))


def reveal(path: str | Path) -> None:
    """Opens the folder that the file lies in, if it is there."""
    folder = Path(path).absolute().parent
    if folder.is_dir():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def trash(path: str) -> str:
    """Moves the file to the system's trash. Returns its path there, empty where the system doesn't say."""
    with suppress(OSError):  # where this folder is missing, Qt finds no trash
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)).mkdir(
            parents=True, exist_ok=True
        )
    file = QFile(path)
    if not file.moveToTrash():
        text = tr("{path} could not be moved to the trash: {reason}. Nothing was changed.")
        raise NotFiled(text.format(path=path, reason=file.errorString()))
    _drop_lock(Path(path))
    return file.fileName() if file.fileName() != path else ""


def take_out_of_trash(place: str, path: str) -> str:
    return move(Path(place), Path(path))
