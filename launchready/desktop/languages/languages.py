"""The language of the window: the system's where there is a translation into it, else English.

A translation is `resources/translations/launchready_de.qm`, or `launchready_pt_BR.qm` for one country alone. The words
that window and command line share (`launchready.wording`) come from the same file; Qt's own texts from Qt's files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from launchready import places
from launchready.desktop.languages import pseudo_locale
from launchready.desktop.languages.plurals import EnglishPlurals
from launchready.wording import language

PREFIX = "launchready_"


def install(app: QCoreApplication, folder: Path | None = None, wanted: Sequence[str] = ()) -> None:
    """Speaks the first of the languages wanted (BCP 47; those of the system) that there is a file for, or English."""
    if pseudo_locale.wanted():
        app.installTranslator(pseudo_locale.PseudoLocale(app))
        language.speak(QCoreApplication.translate)
        return
    app.installTranslator(EnglishPlurals(app))
    found = _found(folder or places.resources() / "translations", wanted or QLocale.system().uiLanguages())
    language.speak(QCoreApplication.translate if found else language.english)
    if found:
        from PySide6.QtCore import QLibraryInfo

        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _load(app, qt / f"qtbase_{found.stem.removeprefix(PREFIX)}.qm")
        _load(app, found)


def _load(app: QCoreApplication, file: Path) -> None:
    made = QTranslator(app)
    if made.load(str(file)):
        app.installTranslator(made)


def _found(folder: Path, wanted: Sequence[str]) -> Path | None:
    for name in wanted:
        if name.split("-")[0] in ("en", "C"):
            return None
        file = folder / f"{PREFIX}{name.replace('-', '_')}.qm"
        if file.is_file():
            return file
    return None
