"""The language that the product speaks: English, unless the window hands over to Qt's translation.

Texts are marked as Qt's own extraction (`pyside6-lupdate`) knows them: `tr("…")` where a text is spoken at once,
`QT_TR_NOOP("…")` and `QT_TRANSLATE_NOOP("Context", "…")` in a table, from which `Texts` speaks them when they are looked
up. What is counted is written `%n task(s)` or `%n (person|people)`. A widget may ask in its own name, by Qt's
`self.tr("…")`, but never for a count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias, TypeVar

Translate: TypeAlias = Callable[[str, str, "str | None", int], str]
"""Of a context, a text, what tells it from the same text elsewhere, and a count or -1: the text as it is shown."""
Code = TypeVar("Code")

FORM = r"\(([^()|]*)(?:\|([^()]*))?\)"


def plural(text: str, n: int) -> str:
    """The English text in the form for `n`: `(s)` is for many only, `(is|are)` has a form for each. `%n` is left."""

    def form(found: re.Match[str]) -> str:
        one, many = found.groups()
        if many is None:
            one, many = "", one
        return str(one if n == 1 else many)

    return re.sub(FORM, form, text)


def english(_context: str, text: str, _disambiguation: str | None = None, n: int = -1) -> str:
    return plural(text, n).replace("%n", str(n)) if n >= 0 else text


_chosen: Translate = english
_plain: ContextVar[bool] = ContextVar("plain", default=False)


def speak(by: Translate) -> None:
    """From now on, texts are asked of `by`."""
    global _chosen
    _chosen = by


@contextmanager
def in_english() -> Iterator[None]:
    """English meanwhile: for documents that others read, whatever the language of the one who makes them."""
    token = _plain.set(True)
    try:
        yield
    finally:
        _plain.reset(token)


def translate(context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
    """The text in the language spoken, with `%n` filled in where `n` counts something."""
    return (english if _plain.get() else _chosen)(context, text, disambiguation, n)


def tr(text: str, disambiguation: str | None = None, n: int = -1) -> str:
    """A text of no context, as Qt's extraction takes a `tr` outside of Qt's own classes."""
    return translate("", text, disambiguation, n)


def capital(text: str) -> str:
    """As the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """As part of a sentence; a word in capitals, such as PM, stays."""
    return text if text[1:2].isupper() or text[1:2] in ("-", "") else text[:1].lower() + text[1:]


def QT_TR_NOOP(text: str) -> str:  # noqa: N802  as Qt's extraction knows it
    return text


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802
    return text


class Texts(Mapping[Code, str]):
    """Texts by their code, in the language that is spoken when they are looked up.

    A text that agrees with a count is a function of it, so that Qt's extraction sees that it has several forms.
    """

    def __init__(self, texts: Mapping[Code, str | Callable[[int], str]], context: str = "") -> None:
        self.texts = texts
        self.context = context

    def counted(self, code: Code, n: int) -> str:
        """The text, in the form for `n` where it has several."""
        text = self.texts[code]
        return translate(self.context, text) if isinstance(text, str) else text(n)

    def __getitem__(self, code: Code) -> str:
        return self.counted(code, -1)

    def __contains__(self, code: object) -> bool:
        return code in self.texts

    def __iter__(self) -> Iterator[Code]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)
