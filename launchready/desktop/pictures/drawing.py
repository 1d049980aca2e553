"""Draws pages, what opens over them, and the pictures of the README."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from launchready.desktop.pictures import pictured
from launchready.desktop.pictures.sample import CHAPTERS, NOW, sample_bridge

if TYPE_CHECKING:
    from launchready.desktop.theme import Choice
    from launchready.desktop.window import Window

SIZES = ((900, 600), (1280, 800), (1920, 1080))
README = (
    ("overview", "light", "overview"),
    ("checklist", "light", "checklist"),
    ("sign_off", "light", "sign-off"),
    ("overview", "dark", "overview-dark"),
)
"""Page, theme, and what the picture is called."""
TASK = "Defects"
"""Which task the checklist of the README has open."""
FILLED: dict[str, Callable[[Window], object]] = {
    "new_launch": pictured.open_new_launch,
    "import": pictured.open_import,
    "damaged": pictured.open_damaged,
}
LATE = 80
"""How often events are looked after once all is read: longer than any page waits before it follows."""


class Wanted(NamedTuple):
    """Which pictures: of which pages (all where none is named), in which sizes, how far told, and what besides."""

    only: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = SIZES
    contrast: bool = False
    over: bool = False
    chapters: int = CHAPTERS


@contextlib.contextmanager
def showing(out: Path, chapters: int = CHAPTERS) -> Iterator[Window]:
    """A window on the sample launch, which remembers nothing."""
    from PySide6.QtCore import QSettings

    from launchready.desktop.app import make_app
    from launchready.desktop.theme import Choice, Theme
    from launchready.desktop.window import Window

    out.mkdir(parents=True, exist_ok=True)
    settings = QSettings(str(out / "window.ini"), QSettings.Format.IniFormat)
    settings.clear()
    window = Window(Theme(make_app(), Choice.LIGHT), settings)
    window.show()
    window.activateWindow()
    window.show_bridge(sample_bridge(chapters=chapters), remember=False)
    yield window
    window.close()
    window.deleteLater()
    (out / "window.ini").unlink(missing_ok=True)


def draw(out: Path, wanted: Wanted) -> list[Path]:
    """Writes `page-theme-WIDTHxHEIGHT.png` for each; returns the files."""
    from launchready.desktop import pages
    from launchready.desktop.theme import Choice

    shown = [page.id for page in pages.PAGES if not wanted.only or page.id in wanted.only]
    looks = [(Choice.LIGHT, False), (Choice.DARK, False)]
    looks += [(Choice.LIGHT, True), (Choice.DARK, True)] if wanted.contrast else []
    written = []
    with showing(out, wanted.chapters) as window:
        for look, size in itertools.product(looks, wanted.sizes):
            window.theme.choose(*look)
            window.resize(*size)
            written += [_picture(window, page, out / _named(page, look, size)) for page in shown]
            written += _over(window, out, look, size) if wanted.over else []
        if not wanted.only or "start" in wanted.only:
            window.close_launch()
            for look, size in itertools.product(looks, wanted.sizes):
                window.theme.choose(*look)
                window.resize(*size)
                written.append(_picture(window, "library", out / _named("start", look, size)))
    return written


def _over(window: Window, out: Path, look: tuple[Choice, bool], size: tuple[int, int]) -> list[Path]:
    from launchready.desktop.pictures import over

    written = []
    for name in over.opened(window):
        settle_down(window)
        path = out / _named(f"over-{name}", look, size)
        over.grab(window).save(str(path), "PNG", 0)
        written.append(path)
    return written


def _named(page: str, look: tuple[Choice, bool], size: tuple[int, int]) -> str:
    return f"{page}-{look[0].value}{'-contrast' if look[1] else ''}-{size[0]}x{size[1]}.png"


def draw_readme(out: Path) -> list[Path]:
    """Those of the README; returns the files."""
    from launchready.desktop.theme import Choice

    with showing(out) as window:
        window.resize(1280, 800)
        written = []
        for page, look, name in README:
            window.theme.choose(Choice(look))
            window.open_page(page)
            if page == "checklist":
                window.open_task(next(task.id for task in window.bridge.launch.tasks.values() if task.title == TASK))
            written.append(_picture(window, "", out / f"{name}.png"))
    written.append(_page_one(out / "summary.png"))
    for path in written:
        _make_small(path)
    return written


def _page_one(path: Path) -> Path:
    """The summary's first page, with the sample told to its end."""
    from launchready.exchange.export import export_of
    from launchready.exchange.summary.pdf import pages

    session = sample_bridge(chapters=99).session
    path.write_bytes(pages(export_of(session.launch, session.entries, NOW), 90)[0])
    return path


def _make_small(path: Path) -> None:
    """A third of the size, by a palette of 256 colours. Pillow comes with python-pptx."""
    from PIL import Image

    with Image.open(path) as image:
        small = image.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def _picture(window: Window, page: str, path: Path) -> Path:
    """Opens the page, if one is named, and grabs what is there once it has settled."""
    if page in FILLED:
        FILLED[page](window)
    elif page:
        window.open_page(page)
    settle_down(window)
    window.grab().save(str(path), "PNG", 0)  # the hardest compression
    return path


def settle_down(window: Window) -> None:
    """Waits for threads and timers."""
    from launchready.desktop.runtime.work import Work

    settle()
    while any(work.is_running() for work in window.findChildren(Work)):
        settle()
    settle(LATE)


def settle(times: int = 20) -> None:
    """Lets layouts, timers and paints happen."""
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    for _ in range(times):
        QApplication.processEvents()
        QThread.msleep(2)
