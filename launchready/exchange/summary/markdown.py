"""The readiness summary as Markdown (GFM) that reads well raw too: tables for short rows, lists for long ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from launchready.exchange.export import Export
from launchready.exchange.summary.annex import annex
from launchready.exchange.summary.blocks import Cell, Column, Facts, Line, Section, Span, Table
from launchready.exchange.summary.front import Front, front
from launchready.exchange.summary.markdown_tasks import escaped, tasks_markdown
from launchready.exchange.summary.words import GLYPHS, LANES, in_words, prose, sentence_parts

MOST_REASONS = 8
_WIDE = 110  # points; cells of columns this wide become lines of their own under the item
_PADDED = 48  # characters; longer cells aren't lined up


def write(export: Export) -> bytes:
    """The Markdown of the report, in UTF-8 with `\\n` line ends."""
    report = prose(export.report)
    page = front(report)
    parts = [*_front(page), "---"]
    for section in annex(report):
        listed = tasks_markdown(export, report) if section.id == "tasks" else None
        parts += [f"## {section.title}", escaped(section.note), *(listed or _blocks(section))]
    parts.append(f"Generated {in_words(report.generated_at)}")
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _front(page: Front) -> Iterator[str]:
    yield f"# {escaped(page.name)}"
    yield escaped(f"Readiness summary · {page.state}" if page.state else "Readiness summary")
    yield _grid(
        [caption for caption, _, _ in page.facts],
        [[escaped(f"{value}, {aside}" if aside else value) for _, value, aside in page.facts]],
    )
    yield f"## {GLYPHS[page.mark]} {escaped(page.verdict)}"
    yield escaped(page.why)
    yield escaped(page.rule + page.rule_words)
    if page.recorded is not None:
        yield f"> {GLYPHS[page.recorded.mark]} {escaped(page.recorded.line)}"
    yield _grid(
        ["Lane", "Lead", "Gates done", "Open", "Sign-off"],
        [
            [
                card.name,
                escaped(card.people),
                f"{card.done} of {card.total}",
                sentence_parts(card.note, card.late),
                f"{GLYPHS[card.mark]} {escaped(card.badge)}" + (f" ({escaped(card.signed)})" if card.signed else ""),
            ]
            for card in page.cards
        ],
    )
    yield from _reasons(page)
    for panel in page.panels:
        items = [f"- {GLYPHS[mark]} {escaped(text)} · {escaped(detail)}" for mark, text, detail in panel.items]
        more = [f"- {panel.more}"] if panel.more else []
        yield "\n".join([f"**{panel.title}:** {escaped(panel.count)}", *([""] if items else []), *items, *more])
    yield from (f"**{term}:** {escaped(value)}" for term, value in page.closing)  # a list would go on the panel's


def _reasons(page: Front) -> Iterator[str]:
    yield f"## {escaped(page.heading)}"
    if not page.rows:
        yield page.nothing
        yield "\n".join(f"- **{LANES[lane]}:** {escaped(text)}" for lane, text in page.said)
        return
    yield escaped(page.tally)
    items = []
    for row in page.rows[:MOST_REASONS]:
        facts = [LANES[row.lane] if row.lane else "", escaped(row.owner), escaped(row.due)]
        key = f"{escaped(row.key)} " if row.key else ""
        items.append(" · ".join([f"- {GLYPHS[row.mark]} {key}**{escaped(row.text)}**", *filter(None, facts)]))
        items.extend([f"  - {escaped(row.detail)}"] if row.detail else [])
    if len(page.rows) > MOST_REASONS:
        items.append(f"- and {len(page.rows) - MOST_REASONS} more in the annex")
    yield "\n".join(items)


def _blocks(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Facts):
            yield f"### {_line(tuple(Span(it.text, mark=it.mark) for it in block.title))}"
            yield "\n".join(_facts(block))
        else:
            yield from _table(block)


def _facts(block: Facts) -> Iterator[str]:
    for term, cell in block.pairs:
        if len(cell) == 1:
            yield f"- {escaped(term)}: {_line(cell[0])}"
        else:
            yield f"- {escaped(term)}:"
            yield from (f"  - {_line(one)}" for one in cell)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"### {escaped(table.title)}"
    for group in table.groups:
        if group.title:
            yield f"{'####' if table.title else '###'} {escaped(group.title)}"
        if table.listed:
            yield "\n".join(part for row in group.rows for part in _item(table.columns, row))
        else:
            rows = [["<br>".join(map(_line, cell)) for cell in row] for row in group.rows]
            yield _grid([escaped(column.title) for column in table.columns], rows)


def _item(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> Iterator[str]:
    """A row as a list item; what stands under its title in a cell of its own width goes under the item."""
    head: list[str] = []
    under: list[str] = []
    for column, cell in zip(columns, row, strict=True):
        own = column.width == 0
        in_head = cell[:1] if own else () if column.width > _WIDE else cell
        title = f"{column.title} " if column.named and in_head else ""
        head.append(title + ", ".join(_line(one) for one in in_head))
        under.extend(_line(one) for one in cell[len(in_head) :])
    yield "- " + " · ".join(filter(None, head))
    yield from (f"  - {one}" for one in under)


def _line(spans: Line) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    mark = f"{GLYPHS[span.mark]} " if span.mark else ""
    body = span.text.strip()
    if not body:
        return mark or span.text
    before = span.text[: len(span.text) - len(span.text.lstrip())]
    after = span.text[len(span.text.rstrip()) :]
    if span.href:
        shown = f"[{escaped(body)}](<{span.href}>)"
    elif span.style == "mono" and re.fullmatch(r"[\w:-]+", body):
        shown = f"`{body}`"
    elif span.style in ("strong", "alert"):
        shown = f"**{escaped(body)}**"
    else:
        shown = escaped(body)
    return f"{before}{mark}{shown}{after}"


def _grid(titles: list[str], rows: Iterable[list[str]]) -> str:
    """A table whose columns line up in the raw text as far as they are narrow."""
    table = [titles, *rows]
    widths = [min(_PADDED, max(3, *(len(row[at]) for row in table))) for at in range(len(titles))]
    lined = [
        "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |" for row in table
    ]
    lined.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lined)
