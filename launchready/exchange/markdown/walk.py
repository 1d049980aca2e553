"""From the blocks of a Markdown file to tasks: what belongs to which task, and what stays outside."""

import re
from textwrap import dedent

import msgspec

from launchready.exchange.checklist import ChecklistDue, ChecklistTask, ChecklistWarning, Lane
from launchready.exchange.dates import find_due
from launchready.exchange.fields import Field, field_of
from launchready.exchange.markdown.blocks import Block, Code, Document, Heading, Html, Item, Paragraph, Row, read_blocks
from launchready.exchange.markdown.box import Box, count_box_lines, has_box, read_box
from launchready.exchange.markdown.draft import Draft
from launchready.exchange.markdown.inline import InlineText, is_blank, read_inline, strip_tags
from launchready.exchange.reading import ends_with_owner
from launchready.exchange.status_words import read_box as is_box

_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?!\s)(?P<text>[^*\n]{1,120}?)(?<!\s)\1\s*:?\s*")
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z /()]{1,20}?)\s*:\s+(?P<value>\S.*)")
_SUMMARY = re.compile(r"<summary\b[^<>]{0,300}>(.*?)(?:</summary\s*>|\Z)", re.I | re.S)
_DETAILS = re.compile(r"<(/?)details\b", re.I)
_URL_AT_END = re.compile(r"\s+https?://\S+\s*$")
_LINES_THAT_MAKE_A_CONVENTION = 2
_DEEPEST_CODE = 2


class Settings(msgspec.Struct):
    """How a file is to be read."""

    lane: Lane | None = None
    area: str | None = None
    include_fenced: bool = False
    include_bare: bool = False
    title_heading: Heading | None = None

    def but(self, **changes: bool) -> "Settings":
        """The same with some settings changed."""
        return msgspec.structs.replace(self, **changes)


class Leftovers(msgspec.Struct):
    """Lines of boxes that were not read, by the reason."""

    fenced: list[int] = []
    bare: list[int] = []
    answers: list[int] = []
    rows: list[int] = []
    untitled: list[int] = []


class Walk:
    """One reading of a document; `tasks`, `warnings` and `left` hold what came of it."""

    def __init__(self, document: Document, settings: Settings) -> None:
        self.tasks: list[ChecklistTask] = []
        self.warnings: list[ChecklistWarning] = []
        self.left = Leftovers()
        self._document = document
        self._settings = settings
        self._area = ""
        self._area_is_label = False
        self._area_due: ChecklistDue | None = None
        self._outer_areas: list[tuple[str, ChecklistDue | None]] = []
        self._owner_convention = False
        self._code_depth = 0
        self._include_bare = settings.include_bare

    def read(self) -> None:
        """Reads the whole document."""
        marked = sum(_ends_with_owner(block) for block in self._document.blocks)
        self._owner_convention = marked >= _LINES_THAT_MAKE_A_CONVENTION
        self._blocks(self._document.blocks, None, "")

    def warn(self, code: str, line: int, **values: str | int) -> None:
        """Notes something about one line of the file."""
        self.warnings.append(ChecklistWarning(code=code, arguments={"line": line, **values}))

    def _blocks(self, blocks: list[Block], task: Draft | None, context: str) -> None:
        label = ""
        for number, block in enumerate(blocks):
            match block:
                case Item():
                    self._item(block, task, label or context)
                    continue
                case Row():
                    self._row(block, task)
                case Code():
                    self._code(block, task, context)
                case Heading():
                    self._heading(block)
                case Html():
                    self._html(block.source)
                case Paragraph():
                    over_list = number + 1 < len(blocks) and isinstance(blocks[number + 1], Item | Row)
                    label = self._label(block) if over_list and task is None else ""
                    if not label:
                        self._paragraph(block, task)
                    continue
            label = ""

    def _inline(self, source: str) -> InlineText:
        return read_inline(source, self._document.markdown, self._document.env)

    def _item(self, item: Item, task: Draft | None, context: str) -> None:
        box = read_box(item.source) if item.source is not None else None
        if box and is_blank(box.text):
            title = _title_below(item)
            box = msgspec.structs.replace(box, text=title) if title else None
            if box is None:
                self.left.untitled.append(item.line)
        elif box is None and item.source is not None:
            if has_box(item.source):
                self.left.answers.append(item.line)
            self._plain_item(item, task)
            if task is None:
                context = self._inline(item.source).text
        if box is None:
            self._nested(item, task, context)
        elif task is not None:
            self._step(box, item, task)
        else:
            self._task(box, item, context)

    def _plain_item(self, item: Item, task: Draft | None) -> None:
        if task is None or item.source is None:
            return
        text = self._inline(item.source)
        if not self._labelled(text, task, item.line):
            task.note(text, bullet=True)

    def _nested(self, item: Item, task: Draft | None, context: str) -> None:
        if task is not None:
            task.depth += 1
        self._blocks(item.blocks, task, context)
        if task is not None:
            task.depth -= 1

    def _step(self, box: Box, item: Item, task: Draft) -> None:
        task.step(self._inline(box.text), box.done)
        self._odd_mark(box, item.line)
        self._nested(item, task, "")

    def _task(self, box: Box, item: Item, context: str) -> None:
        draft = self._draft(item.line, box)
        draft.title(self._inline(box.text), names_after_dash=self._owner_convention)
        if context:
            draft.notes.append(context)
        self._blocks(item.blocks, draft, "")
        self._finish(draft)

    def _draft(self, line: int, box: Box) -> Draft:
        self._odd_mark(box, line)
        area = self._area if self._settings.area is None else self._settings.area
        return Draft(line=line, done=box.done, area=area, lane=self._settings.lane)

    def _finish(self, draft: Draft) -> None:
        self.tasks.append(draft.finished(self._area_due))
        self.warnings.extend(draft.warnings)

    def _odd_mark(self, box: Box, line: int) -> None:
        if box.mark:
            self.warn("odd-mark-read-as-open", line, mark=box.mark)

    def _row(self, row: Row, task: Draft | None) -> None:
        box = read_box(row.cells[0]) if row.cells else None
        if box is None or task is not None:
            if task is not None:
                task.note(self._inline(" | ".join(cell for cell in row.cells if cell)), bullet=True)
            elif any(is_box(cell) is not None for cell in row.cells):
                self.left.rows.append(row.line)
            elif any(has_box(cell) for cell in row.cells):
                self.left.answers.append(row.line)
            return
        draft = self._draft(row.line, box)
        fields = [field_of(self._inline(heading).text) for heading in row.header]
        first = 0 if not is_blank(box.text) else self._title_column(row, fields)
        if first is None:
            self.left.untitled.append(row.line)
            return
        draft.title(self._inline(row.cells[first] if first else box.text), names_after_dash=False)
        for number, cell in enumerate(row.cells):
            if number not in (0, first) and not is_blank(cell):
                heading = self._inline(row.header[number]).text if number < len(row.header) else ""
                draft.cell(fields[number] if number < len(fields) else None, heading, self._inline(cell))
        self._finish(draft)

    @staticmethod
    def _title_column(row: Row, fields: list[Field | None]) -> int | None:
        """Where the title stands when the first cell holds the box alone: under a title heading, else the next cell."""
        filled = [number for number in range(1, len(row.cells)) if not is_blank(row.cells[number])]
        named = [number for number in filled if number < len(fields) and fields[number] == "title"]
        unnamed = [number for number in filled if number >= len(fields) or fields[number] in (None, "notes", "area")]
        return next(iter(named or unnamed), None)

    def _code(self, code: Code, task: Draft | None, context: str) -> None:
        listed = count_box_lines(code.source)
        boxes = listed or sum(read_box(line) is not None for line in code.source.split("\n"))
        if not boxes:
            self._code_note(code, task)
        elif self._settings.include_fenced and self._code_depth < _DEEPEST_CODE:
            self._code_depth += 1
            outside, self._include_bare = self._include_bare, not listed
            self._blocks(read_blocks(dedent(code.source), code.first).blocks, task, context)
            self._include_bare = outside
            self._code_depth -= 1
        else:
            self.left.fenced.extend([code.line] * boxes)

    @staticmethod
    def _code_note(code: Code, task: Draft | None) -> None:
        if task is not None:
            task.notes.append(code.source.rstrip("\n"))

    def _heading(self, heading: Heading) -> None:
        if heading is self._settings.title_heading:
            self._enter("")
        else:
            self._enter(self._inline(heading.source).text)

    def _enter(self, area: str) -> None:
        self._area = area
        self._area_is_label = False
        self._area_due = find_due(area).due

    def _html(self, source: str) -> None:
        for match in re.finditer(rf"{_DETAILS.pattern}|{_SUMMARY.pattern}", source[:20_000], re.I | re.S):
            if match[1] is None:
                summary = strip_tags(match[2])
                if summary:
                    self._enter(summary)
            elif match[1]:
                if self._outer_areas:
                    self._area, self._area_due = self._outer_areas.pop()
            else:
                self._outer_areas.append((self._area, self._area_due))

    def _label(self, paragraph: Paragraph) -> str:
        """A bold line over a list: its area where no heading stands above it, else the context of its items."""
        bold = _BOLD_LINE.fullmatch(paragraph.source)
        text = self._inline(bold["text"]).text.rstrip(": ") if bold else ""
        if text and (not self._area or self._area_is_label):
            self._enter(text)
            self._area_is_label = True
            return ""
        return text

    def _paragraph(self, paragraph: Paragraph, task: Draft | None) -> None:
        if task is not None:
            text = self._inline(paragraph.source)
            if not self._labelled(text, task, paragraph.line):
                task.note(text)
            return
        for line, source in enumerate(paragraph.source.split("\n"), start=paragraph.line):
            self._bare_line(source, line)

    def _bare_line(self, source: str, line: int) -> None:
        """A line of plain text that begins with a box is a task only in a file that has no better ones."""
        box = read_box(source)
        if box is None or is_blank(box.text):
            if has_box(source):
                self.left.answers.append(line)
        elif self._include_bare:
            draft = self._draft(line, box)
            draft.title(self._inline(box.text), names_after_dash=self._owner_convention)
            self._finish(draft)
        else:
            self.left.bare.append(line)

    @staticmethod
    def _labelled(text: InlineText, task: Draft, line: int) -> bool:
        """Takes "Owner: Ana" or "Due: T-14" below a task as that task's field; false for anything else."""
        match = _LABELLED.fullmatch(text.text)
        field = field_of(match["label"]) if match else None
        if match is None or field not in ("owner", "due") or text.more:
            return False
        task.cell(field, match["label"], msgspec.structs.replace(text, text=match["value"]), line=line)
        return True


def _title_below(item: Item) -> str:
    """What a box without words is for: the paragraph below it, which then is no note, or the first line of code."""
    match item.blocks:
        case [Paragraph(source=source), *rest] if not has_box(source):
            item.blocks = rest
            return source
        case [Code(source=source), *_] if not count_box_lines(source) and (line := source.strip().split("\n")[0]):
            return f"`` {line} ``"
    return ""


def _ends_with_owner(block: Block) -> int:
    if not isinstance(block, Item):
        return 0
    line = _URL_AT_END.sub("", (block.source or "")[:600]).split("\n")[-1]
    return ends_with_owner(line) + sum(_ends_with_owner(child) for child in block.blocks)
