"""What is given to translation is what Qt's extraction finds, in the context in which it will be asked for."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import launchready.wording
from launchready.desktop import actions
from launchready.exchange.readers import READERS
from launchready.exchange.writers import WRITERS
from launchready.wording.language import Texts
from tests.desktop.extraction import SOURCE, Text, extract, texts

ASKING = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}
PLACES = [SOURCE / folder for folder in ("desktop", "wording", "exchange")]
THEMSELVES = {
    SOURCE / "wording/language.py",
    SOURCE / "desktop/languages/plurals.py",
    SOURCE / "desktop/languages/pseudo_locale.py",
}
"""Those that make or answer the questions."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> set[Text]:
    return texts(extract(tmp_path_factory.mktemp("extracted") / "launchready.ts"))


def questions() -> Iterator[tuple[str, ast.Call, str, str]]:
    """Each call that gives a text to translation: where it stands, what is called, and the class around it."""
    for path in (path for place in PLACES for path in sorted(place.rglob("*.py")) if path not in THEMSELVES):
        yield from _within(ast.parse(path.read_text(encoding="utf-8")), path, "")


def _within(node: ast.AST, path: Path, around: str) -> Iterator[tuple[str, ast.Call, str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            called = ast.unparse(child.func)
            if called.rpartition(".")[2] in ASKING:
                yield f"{path.relative_to(SOURCE)}:{child.lineno}", child, called, around
        yield from _within(child, path, child.name if isinstance(child, ast.ClassDef) else around)


CALLS = list(questions())


def asked(call: ast.Call, called: str, around: str) -> Text | None:
    """What will be asked for at run time; nothing where the text comes out of a table."""
    given = call.args
    context = around if called == "self.tr" else ""
    if called.rpartition(".")[2] in ("translate", "QT_TRANSLATE_NOOP"):
        named, *given = given
        assert isinstance(named, ast.Constant)
        context = str(named.value)
    text = given[0]
    return Text(context, str(text.value), len(given) > 2) if isinstance(text, ast.Constant) else None


def test_the_source_is_scanned() -> None:
    assert len(CALLS) > 1300


def test_every_text_is_found_in_the_context_in_which_it_is_asked_for(found: set[Text]) -> None:
    wanted = {where: asked(call, called, around) for where, call, called, around in CALLS}
    assert {where: text for where, text in wanted.items() if text and text not in found} == {}


def test_a_text_that_is_asked_for_is_written_out_or_looked_up_in_a_table() -> None:
    looked_up = (ast.Constant, ast.Name, ast.Attribute, ast.Subscript)
    arguments = {
        where: call.args[1 if "TRANSLATE" in called or "translate" in called else 0] for where, call, called, _ in CALLS
    }
    assert {where for where, argument in arguments.items() if not isinstance(argument, looked_up)} == set()


def test_a_widget_asks_in_its_own_name_and_never_for_a_count() -> None:
    """PySide asks for a counted text under the class of the object alone, not under those that it derives from."""
    own = [(where, call) for where, call, called, _ in CALLS if called == "self.tr"]
    assert len(own) > 500
    assert [where for where, call in own if len(call.args) > 1 or call.keywords] == []
    others = {called for _, _, called, _ in CALLS if called.endswith(".tr")}
    assert others == {"self.tr"}


def tables() -> Iterator[tuple[str, Texts[object]]]:
    for module in pkgutil.iter_modules(launchready.wording.__path__, "launchready.wording."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Texts):
                yield f"{module.name}.{name}", value


def test_every_text_of_a_table_is_found(found: set[Text]) -> None:
    held = dict(tables())
    assert len(held) > 20
    for name, table in held.items():
        plain = [text for text in table.texts.values() if isinstance(text, str)]
        assert {Text(table.context, text, counted=False) for text in plain} <= found, name


def test_every_action_and_format_is_found(found: set[Text]) -> None:
    assert {Text("", action.text, counted=False) for action in actions.available()} <= found
    titles = [each.title for each in (*READERS.values(), *WRITERS.values())]
    assert {Text("Formats", title, counted=False) for title in titles} <= found


def test_a_counted_text_has_its_forms(found: set[Text]) -> None:
    assert Text("", "Marked %n task(s) done", counted=True) in found
    assert {text.source for text in found if "%n" in text.source and not text.counted} == set()
