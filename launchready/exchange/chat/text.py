"""The launch as plain text to paste into a chat: reads the same whether or not the chat knows Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from launchready.exchange.chat.message import Message, message
from launchready.exchange.export import Export
from launchready.exchange.summary.words import GLYPHS, sentence_parts

_MENTION = re.compile(r"(?<![\w.])@(?=\w)")
_WORD_JOINER = "\N{WORD JOINER}"


def write(export: Export) -> bytes:
    """The message in UTF-8."""
    return ("\n".join(_lines(message(export.report))) + "\n").encode()


def quiet(text: str) -> str:
    """Text in which no `@name` calls anybody: an invisible joiner parts the sign from the name."""
    return _MENTION.sub(f"@{_WORD_JOINER}", text)


def _lines(said: Message) -> Iterator[str]:
    yield quiet(f"{GLYPHS[said.mark]} {said.name}: {said.verdict}")
    yield quiet(said.when)
    if said.why:
        yield quiet(said.why)
    if said.recorded:
        yield quiet(said.recorded)
    yield ""
    for lane in said.lanes:
        yield quiet(f"{lane.name}: {lane.counts} · {GLYPHS[lane.mark]} {lane.badge}")
    if said.blockers:
        yield ""
        yield f"{said.heading}:"
        for blocker in said.blockers:
            yield quiet(sentence_parts(f"{GLYPHS[blocker.mark]} {blocker.text}", blocker.about))
        if said.more:
            yield said.more
    yield ""
    for term, value in said.closing:
        yield quiet(f"{term}: {value}")
    yield f"As of {said.as_of}"
