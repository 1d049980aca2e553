"""Launches of any tasks that the domain allows, drafted as people draft them, with every text as hostile as may be."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

import msgspec
from hypothesis import assume
from hypothesis import strategies as st

from launchready.exchange.carried import one_line, person_line
from launchready.launch.changes import PersonAdded
from launchready.launch.drafting import Draft
from launchready.launch.model import Due, Evidence, Launch, Person, Status, Step
from tests.launch.builders import a_bare_launch

SIGNS = (
    *"=+-@'\"`|[]<>()#*_~\\&;:,.·−–…$%^!?/{}",
    *("- [ ] ", "[x] ", "# ", "1. ", "> ", "---", "```", "<!--", "-->", "&amp;", "&#35;", "&middot;", "\\n"),
    *(" · ", " <", "> ", "  ", " ", "\u00a0", "\u3000", "\u200f", "\u200e", "\u200d", "\u0301", "\u00ad"),
    *("build ", "2026-12-24", "24 Dec 2026", "T−7", "go/no-go", "note: ", "at ", "on ", "Evidence: ", "Notes: "),
    *("Owner: ", "Done when: ", "No area", "Subitems", "Title", "TBD", "n/a", "=HYPERLINK(1)", "@SUM(A1)", "'=1"),
    *("✓ ", "○ ", "■ ", "done", "gate", "PM-1", "PM-1, PM-2", "https://ok.example/x", "javascript:alert(1)"),
    *("<b>", "<script>", "🚀", "👩\u200d🚀", "Zoë", "アトラス", "أطلس", "e\u0301", "\u05d0", "W" * 300, "_x0041_"),
)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))
ODD = st.sampled_from("\u0085\u009b\u2028\u2029\u202e\u2066\ufeff\ufffe")
PIECES = st.one_of(st.sampled_from(SIGNS), LETTERS, st.sampled_from("aB1"))


def _drawn(pieces: Any, most: int) -> Any:
    return st.lists(pieces, min_size=1, max_size=most).map("".join).filter(lambda text: one_line(text).strip() != "")


LINE = st.one_of(_drawn(PIECES, 8), _drawn(st.one_of(PIECES, ODD), 4), st.just("very long " * 400))
LINES = st.one_of(LINE, _drawn(st.one_of(PIECES, st.sampled_from(["\n", "\n\n", "\t", "\n- "])), 12))
MAYBE_LINES = st.one_of(st.just(""), LINES)
DAYS = st.dates(dt.date(1900, 1, 2), dt.date(2200, 1, 1))
DUES = st.one_of(
    st.none(),
    st.builds(Due, offset=st.integers(-400, 0), workday=st.booleans()),
    st.builds(Due, date=DAYS),
)
LINKS = st.one_of(
    st.just(""),
    LINE,
    st.sampled_from(
        ["https://ci.example/7?a=b#c", "mailto:a@b.example", "file:///etc/passwd", "https://e.example/a>b"]
    ),
)
STEPS = st.lists(st.tuples(LINE, st.booleans()), max_size=4)
PROOFS = st.lists(
    st.tuples(LINE, LINKS, MAYBE_LINES, st.one_of(st.none(), DAYS), st.one_of(st.just(""), LINE)), max_size=3
)
AREAS = st.one_of(st.sampled_from(["", "Web", "Press", "Sales: EMEA", "No area"]), LINE)
NAMES = st.one_of(st.sampled_from(["Ana", "Ana", "Bo, Cy & Di", "=Eve", "Zoë (QA)"]), LINE)
MAILS = st.sampled_from(["", "", "a@x.example", "b@y.example"])


@st.composite
def people(draw: Any) -> list[tuple[str, str]]:
    """Some of one name, told apart by e-mail."""
    found = draw(st.lists(st.tuples(NAMES, MAILS), max_size=4))
    return [(name, mail) for name, mail in found if person_line(name) and not name.rstrip().endswith(">")]


@st.composite
def launches(draw: Any) -> Launch:
    numbers = count(1)
    draft = Draft(a_bare_launch(), lambda: f"{next(numbers):016x}")
    ids = [""]
    for name, mail in draw(people()):
        added = PersonAdded(person=Person(id=draft.new_id(), name=name, email=mail))
        if added.check(draft.launch) is None:
            draft.make(added)
            ids.append(added.person.id)
    for _ in range(draw(st.integers(1, 5))):
        _task(draw, draft, ids)
    launch = a_bare_launch()
    for change in draft.changes:
        assume(change.check(launch) is None)
        launch = change.apply(launch)
    return launch


def _task(draw: Any, draft: Draft, people: list[str]) -> None:
    lane = draw(st.sampled_from(["pm", "joint", "pmm"]))
    gating = draw(st.booleans())
    open_only = lane == "joint" and gating
    status = draw(st.sampled_from([each for each in Status if not (open_only and each is Status.DONE)]))
    needs_why = status in (Status.BLOCKED, Status.NOT_APPLICABLE)
    draft.task(
        draw(LINE),
        lane,
        done_when=draw(MAYBE_LINES),
        area=draw(AREAS),
        owner=draw(st.sampled_from(people)),
        reviewer=draw(st.sampled_from(people)),
        due=draw(DUES),
        gating=gating,
        status=status,
        why=draw(LINES) if needs_why else "",
        notes=draw(MAYBE_LINES),
        asks=draw(st.booleans()) and lane != "joint",
        prerequisites=tuple(draw(st.sets(st.sampled_from([*draft.launch.tasks, ""]), max_size=2)) - {""}),
        steps=tuple(Step(id=draft.new_id(), text=text, done=done) for text, done in draw(STEPS)),
        evidence=tuple(
            Evidence(id=draft.new_id(), label=label, link=link, note=note, date=day, build=build)
            for label, link, note, day, build in draw(PROOFS)
        ),
    )


@st.composite
def edits(draw: Any, launch: Launch) -> Launch:
    """The launch after somebody worked on one or two of its tasks, in fields that a file can tell."""
    numbers = count(1)
    draft = Draft(launch, lambda: f"edit-{next(numbers)}")
    people = ["", *launch.people]
    for id_ in draw(st.sets(st.sampled_from(sorted(launch.tasks)), min_size=1, max_size=2)):
        fields: dict[str, Any] = {
            "title": LINE,
            "area": AREAS,
            "notes": MAYBE_LINES,
            "done_when": MAYBE_LINES,
            "owner": st.sampled_from(people),
            "reviewer": st.sampled_from(people),
            "due": DUES,
        }
        chosen = draw(st.sets(st.sampled_from(sorted(fields)), max_size=3))
        draft.edit_task(draft.launch.tasks[id_], **{field: draw(fields[field]) for field in sorted(chosen)})
        if draw(st.booleans()):
            steps = tuple(Step(id=draft.new_id(), text=text, done=done) for text, done in draw(STEPS))
            _replace(draft, id_, steps=steps)
        if draw(st.booleans()):
            _replace(draft, id_, evidence=_worked_on(draw, draft.launch.tasks[id_].evidence, draft.new_id))
        if draft.launch.tasks[id_].status is Status.TODO and draw(st.booleans()):
            draft.progress(draft.launch.tasks[id_], Status.BLOCKED, draw(LINES))
    return draft.launch


def _replace(draft: Draft, id_: str, **fields: Any) -> None:
    task = msgspec.structs.replace(draft.launch.tasks[id_], **fields)
    draft.launch = msgspec.structs.replace(draft.launch, tasks=draft.launch.tasks.insert(id_, task))


def _worked_on(draw: Any, evidence: tuple[Evidence, ...], new_id: Any) -> tuple[Evidence, ...]:
    """One more, or another note on one: none is taken away."""
    if evidence and draw(st.booleans()):
        first = msgspec.structs.replace(evidence[0], note=draw(MAYBE_LINES), date=draw(DAYS))
        return (first, *evidence[1:])
    return (*evidence, Evidence(id=new_id(), label=f"new {new_id()}", note=draw(MAYBE_LINES), build="3.0"))
