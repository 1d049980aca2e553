"""The launch as an HTML fragment to paste into a chat or a mail: styles stand inline, since no other survive."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from launchready.exchange.chat.message import Message, message
from launchready.exchange.chat.text import quiet
from launchready.exchange.export import Export
from launchready.exchange.report.report import Mark
from launchready.exchange.summary.words import GLYPHS
from launchready.exchange.tokens import LANE_ROLES, roles, tone


def write(export: Export) -> bytes:
    """The fragment in UTF-8: no page around it, nothing in it to load or to run."""
    return ("\n".join(_parts(message(export.report))) + "\n").encode()


def _text(words: str) -> str:
    return escape(quiet(words))


def _coloured(mark: Mark, words: str) -> str:
    return f'<strong style="color: {tone(mark)[0]}">{GLYPHS[mark]} {_text(words)}</strong>'


def _parts(said: Message) -> Iterator[str]:
    muted = roles()["muted"]
    yield "<div>"
    ink = tone(said.mark)[0]
    yield f'<p><strong><span style="color: {ink}">{GLYPHS[said.mark]}</span> {_text(said.name)}: '
    yield f'<span style="color: {ink}">{_text(said.verdict)}</span></strong><br>'
    yield f'<span style="color: {muted}">{_text(said.when)}</span></p>'
    yield from (f"<p>{_text(words)}</p>" for words in (said.why, said.recorded) if words)
    yield "<ul>"
    for lane in said.lanes:
        name = f'<strong style="color: {roles()[LANE_ROLES[lane.lane]]}">{lane.name}</strong>'
        yield f"<li>{name}: {_text(lane.counts)} · {_coloured(lane.mark, lane.badge)}</li>"
    yield "</ul>"
    if said.blockers:
        yield f"<p><strong>{_text(said.heading)}</strong></p>"
        yield "<ul>"
        for blocker in said.blockers:
            shape = f'<span style="color: {tone(blocker.mark)[0]}">{GLYPHS[blocker.mark]}</span>'
            about = f' <span style="color: {muted}">· {_text(blocker.about)}</span>' if blocker.about else ""
            yield f"<li>{shape} {_text(blocker.text)}{about}</li>"
        if said.more:
            yield f"<li>{said.more}</li>"
        yield "</ul>"
    for term, value in said.closing:
        yield f"<p><strong>{term}:</strong> {_text(value)}</p>"
    yield f'<p style="color: {muted}">As of {_text(said.as_of)}</p>'
    yield "</div>"
