"""Content whose every letter is Cyrillic, so that any Latin word in the window is the program's own.

The sample launch, the standard template and a plan to import, as their people would have written them there.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from launchready import places
from launchready.desktop.pictures import pictured
from launchready.launch import log
from launchready.store.port import Record

LATIN, CYRILLIC = "abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшжыз"
LETTERS = str.maketrans(LATIN + LATIN.upper(), CYRILLIC + CYRILLIC.upper())
WRITTEN = {
    *("name", "email", "recorded_by", "present", "parties", "party"),
    *("title", "text", "area", "done_when", "notes", "label", "note", "where", "build", "link", "source"),
    *("reason", "why", "rationale", "compensation", "question", "input_expected", "escalates_to"),
}
"""What people write in an entry; the rest are ids, codes, days and keys."""
IN_TEMPLATE = re.compile(r'^(title|description|done_when|area|activity|input|notes)( = )"(.*)"$', re.MULTILINE)


def mark(text: str) -> str:
    return text.translate(LETTERS)


def records(plain: Iterable[Record]) -> list[Record]:
    """The same log with its content marked, chained anew."""
    renamed: dict[str, str] = {"": ""}
    made: list[Record] = []
    for record in plain:
        entry = _marked(json.loads(record.body), written=False)
        entry |= {key: renamed[entry[key]] for key in ("prev", "undoes") if key in entry}
        body = log.encode(log.DECODER.decode(json.dumps(entry)))
        made.append(Record(body, log.hash_of(body)))
        renamed[record.hash] = made[-1].hash
    return made


def _marked(value: Any, *, written: bool) -> Any:
    if isinstance(value, dict):
        return {
            key: {mark(party): letter for party, letter in held.items()}
            if key == "letters"
            else _marked(held, written=written or key in WRITTEN)
            for key, held in value.items()
        }
    if isinstance(value, list):
        return [_marked(held, written=written) for held in value]
    return mark(value) if written and isinstance(value, str) else value


def write_template() -> None:
    """A standard template of the user's own, which goes before the one that ships."""
    text = (places.resources() / "templates" / "standard.toml").read_text(encoding="utf-8")
    folder = places.config_folder() / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    marked = IN_TEMPLATE.sub(lambda found: f'{found[1]}{found[2]}"{mark(found[3])}"', text)
    (folder / "standard.toml").write_text(marked, encoding="utf-8")


def write_plan(path: Path) -> set[str]:
    """A plan to import; returns the words of its first line and of its states, which no reader would know marked."""
    head, *rows = csv.reader(io.StringIO(pictured.PLAN))
    kept = [head.index("Status"), head.index("Due Date")]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(head)
        out.writerows([cell if at in kept else mark(cell) for at, cell in enumerate(row)] for row in rows)
    return {*" ".join(head).split(), *" ".join(row[kept[0]] for row in rows).split()}
