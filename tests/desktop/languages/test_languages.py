"""The window in another language, out of a `.qm` file as Qt's tools make it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from launchready.desktop.languages import languages
from launchready.desktop.pages import PAGES
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window
from launchready.exchange.export import export_of
from launchready.exchange.writers import WRITERS
from launchready.launch.changes import TaskProgressed
from launchready.launch.changes.tasks import Progress
from launchready.launch.model import Status
from launchready.launch.refusal import refuse
from launchready.wording import history, terms
from launchready.wording.language import english, in_english, speak, tr
from launchready.wording.refusals import refusal
from tests.desktop.extraction import Text, extract, translate

MADE_UP = {
    ("", "%n task(s)"): ("%n Ding", "%n Dinge"),
    ("", "Marked {task} {status}"): ("{status}: {task}",),
    ("Statuses", "done"): ("fertig",),
    ("", "{day} {month} {year}"): ("{day}. {month} {year}",),
    ("Months", "Nov"): ("November",),
    ("", "{key} is taken: try again."): ("{key} ist vergeben.",),
    ("Window", "No launch is open"): ("Nichts ist offen",),
    ("Pages", "Overview"): ("Überblick",),
    ("Verdicts", "Hold"): ("Warten",),
}


def said(text: Text, n: int) -> str | None:
    forms = MADE_UP.get((text.context, text.source))
    return None if forms is None else forms[n == 2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("translations")
    translate(extract(made / "launchready_de.ts"), said, "de")
    return made


@pytest.fixture
def german(qapp: QApplication, theme: Theme, folder: Path) -> Iterator[None]:
    del theme  # which makes the application speak English first
    before = set(qapp.findChildren(QTranslator))
    languages.install(qapp, folder, ("de-AT", "de", "en"))
    yield
    for made in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(made)
        made.deleteLater()


@pytest.mark.usefixtures("german")
def test_texts_of_the_window_and_of_the_wording_and_their_plurals_come_from_the_file(window: Window) -> None:
    assert window.tr("No launch is open") == "Nichts ist offen"
    assert PAGES[0].text() == "Überblick"
    assert terms.VERDICTS["hold"] == "Warten"
    assert refusal(refuse("key-taken", key="PM-1")) == "PM-1 ist vergeben."
    assert (tr("%n task(s)", "", 1), tr("%n task(s)", "", 2)) == ("1 Ding", "2 Dinge")


@pytest.mark.usefixtures("german")
def test_a_sentence_has_its_parts_where_the_language_wants_them(window: Window) -> None:
    launch = window.bridge.launch
    changes = (change for sealed in window.bridge.session.entries for change in sealed.entry.changes)
    done = next(
        change for change in changes if isinstance(change, TaskProgressed) and change.to == Progress(status=Status.DONE)
    )
    task = launch.tasks[done.task]
    assert history.sentence(done, launch) == f"fertig: {task.key} {task.title}"


@pytest.mark.usefixtures("german")
def test_what_is_not_translated_is_english_with_its_plurals(window: Window) -> None:
    del window
    assert terms.VERDICTS["go"] == "Go"
    assert (tr("%n gate(s)", "", 1), tr("%n gate(s)", "", 2)) == ("1 gate", "2 gates")


@pytest.mark.usefixtures("german")
def test_a_report_is_in_english(window: Window) -> None:
    session = window.bridge.session
    now = session.clock()
    written = export_of(session.launch, session.entries, now)
    assert "November" in terms.day(session.launch.date)
    assert "November" not in written.report.date
    with in_english():
        assert export_of(session.launch, session.entries, now).report == written.report
    assert not [words for _, words in written.told() if "fertig" in words]
    written_out = WRITERS["csv"].write(written).decode("utf-8")
    assert "fertig" not in written_out
    assert "November" not in written_out


@pytest.mark.parametrize(
    ("wanted", "words"),
    [(("de-DE",), "2 tasks"), (("de",), "2 Dinge"), (("en-GB", "de"), "2 tasks"), (("fr", "de"), "2 Dinge")],
)
def test_the_first_language_that_there_is_counts_and_english_always_is(
    qapp: QApplication, folder: Path, wanted: tuple[str, ...], words: str
) -> None:
    before = set(qapp.findChildren(QTranslator))
    languages.install(qapp, folder, wanted)
    try:
        assert tr("%n task(s)", "", 2) == words
    finally:
        for made in set(qapp.findChildren(QTranslator)) - before:
            qapp.removeTranslator(made)


def test_without_a_window_it_is_english() -> None:
    speak(english)
    assert (terms.count(2, "task"), tr("%n task(s)", "", 2), terms.VERDICTS["hold"]) == ("2 tasks", "2 tasks", "Hold")
