"""What single cells of a task's row say: where it stands, who owns it, its area, steps, links and gate."""

from __future__ import annotations

import datetime
import re

from launchready.exchange.cells import Cell, text_of
from launchready.exchange.checklist import ChecklistStatus, ChecklistStep, Link
from launchready.exchange.reading import is_placeholder, read_owners
from launchready.exchange.status_words import RESOLUTIONS_WITHOUT_RESULT, read_status

_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"'|;]+", re.I)
_ACCOUNT = re.compile(r"[0-9a-f]{24,}|\d{4,7}:[0-9a-f-]{20,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_STEP_MARK = re.compile(
    r"^\s*(?:[-*\u2022]\s*)?(?:\[(?P<box>[ xX\u2713\u2714]?)\]|(?P<sign>[\u2610\u2611\u2705\u2714\u2713]))\s*"
)
_NO_AREA = frozenset(("(no section)", "no section", "untitled section", "none", "-", "n/a", "no group", "no epic"))
_LAST_FIRST = re.compile(r"[^\W\d_][\w' -]{0,40}, [^\W\d_][\w. -]{0,40}")
"""One person, where one address stands beside it."""
_SHARE = re.compile(r"\[\d{1,3}%\]")
_PAGE = re.compile(r"\(https?://[^\s()]+\)$")
"""The address that Notion puts behind the name of a page."""
_FRACTION = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
_PAGES = re.compile(r"\s*\(https?://[^\s()]+\)")
_UNRESOLVED = frozenset(
    (
        *("", "unresolved", "none", "-", "nicht erledigt", "non résolu", "non résolue", "sin resolver"),
        *("não resolvido", "niet opgelost", "нет решения", "не решено", "нерешенные", "未解決"),
    )
)
_RESOLUTIONS = ("works as designed", "works for me", "not reproducible", "incomplete", "moved")
_MOST_PARTS = 500


def page_name(text: str) -> str:
    """The name of a page without its address."""
    said = text.strip()
    return _PAGE.sub("", said).rstrip() or said


def page_names(text: str) -> str:
    """The names of pages without their addresses."""
    return _PAGES.sub("", text) if "://" in text else text


def read_area(text: str) -> str:
    """An area's name: of several the first, of a list within a project (`Launch:Web`, `Launch\\Web`) the list."""
    said = text.strip().strip("[]").split("|")[0].split("\n")[0].strip()
    if said.casefold() in _NO_AREA or is_placeholder(said):
        return ""
    said = said.rpartition("\\")[2]
    if said.startswith("/") and said.endswith("/"):
        said = said.strip("/").rpartition("/")[2]
    _, colon, part = said.partition(":")
    return " ".join((part if colon and part.strip() and not part.startswith((" ", "/")) else said).split())


def read_owner(text: str, email: str = "") -> tuple[str, str]:
    """The first owner, and what a note keeps of several; an account's number is nobody's name."""
    said = text.strip().lstrip("-\N{EN DASH}\N{EM DASH}\u2022 ")
    if said.startswith("[") and said.endswith("]"):
        said = said[1:-1]
    owners = [owner for owner in read_owners(_SHARE.sub("", said)) if owner]
    named = [owner for owner in owners if not _ACCOUNT.fullmatch(owner)]
    note = f"Owners: {' '.join(said.split())[:500]}" if len(owners) > 1 or len(named) < len(owners) else ""
    mails = [part for part in re.split(r"[,;|\s]+", email) if "@" in part]
    if len(mails) == 1 and _LAST_FIRST.fullmatch(said):
        return f"{said} <{mails[0]}>", ""
    if not named:
        return (mails[0] if mails else ""), note
    owner = named[0]
    if len(owners) == 1 and len(mails) == 1 and "@" not in owner:
        owner = f"{owner} <{mails[0]}>"
    return owner, note


def read_steps(text: str, completed: str = "") -> tuple[ChecklistStep, ...]:
    """Steps from lines, or from parts between `|` or `;`; `completed` as `2/2` tells that all are done."""
    said = text.strip()
    if said.startswith("{") and (lists := re.findall(r"\[([^\[\]]*)\]", said)):  # ClickUp's checklists by name
        said = "\n".join(name for each in lists for name in re.findall(r'"((?:\\.|[^"\\])*)"', each))
    if said.startswith("[") and said.endswith("]") and not _STEP_MARK.match(said):
        said = said[1:-1]
    separator = next((sign for sign in ("\n", "|", ";", ",") if sign in said), "\n")
    count = _FRACTION.fullmatch(completed.strip())
    all_done = bool(count and count[1] == count[2] and count[1] != "0")
    steps = []
    for part in said.split(separator)[:_MOST_PARTS]:
        mark = _STEP_MARK.match(part)
        said_step = part[mark.end() :] if mark else part.strip().lstrip("-*\u2022 ")
        name = " ".join(page_name(said_step).split())
        if name:
            ticked = bool(mark and ((mark["box"] or " ") != " " or (mark["sign"] or "\u2610") != "\u2610"))
            steps.append(ChecklistStep(text=name, done=all_done or ticked))
    return tuple(steps)


def read_links(text: str) -> tuple[Link, ...]:
    """The addresses in a cell, with the words before each as its label."""
    links: list[Link] = []
    end = 0
    if ":" not in text:
        return ()
    for match in _URL.finditer(text):
        label = " ".join(text[end : match.start()].split()).strip(" -:;,|()[]")
        links.append(Link(label[:200], match[0].rstrip(").,]")))
        end = match.end()
        if len(links) >= _MOST_PARTS:
            break
    return tuple(links)


def read_gating(text: str) -> bool | None:
    """Whether a gate: "yes", "gate", "blocking"; None for an empty cell or one that says neither."""
    said = text.strip().casefold()
    if said in ("gate", "gating", "blocking", "blocker", "must", "must have", "critical", "required", "go/no-go", "p0"):
        return True
    if said in ("advisory", "optional", "nice to have", "no gate", "not gating", "should", "could"):
        return False
    status, how = read_status(said)
    if not said or how != "known" or status not in ("done", "to-do"):
        return None
    return status == "done"


def read_category(text: str) -> ChecklistStatus | None:
    """Jira's status category, by name or key."""
    said = " ".join(text.casefold().split())
    if said in ("done", "complete", "completed"):
        return "done"
    if said in ("in progress", "indeterminate"):
        return "in-progress"
    return "to-do" if said in ("to do", "new", "todo", "undefined", "no category") else None


def read_resolution(text: str) -> ChecklistStatus | None:
    """A resolution that is set ends an issue, some without a result."""
    said = " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    if said in _UNRESOLVED:
        return None
    return "not-applicable" if said in RESOLUTIONS_WITHOUT_RESULT.split(", ") else "done"


def is_resolution(text: str) -> bool:
    """Whether a text is one of a few words for how an issue ended, rather than what was done about it."""
    said = text.strip()
    known = {*_UNRESOLVED, *RESOLUTIONS_WITHOUT_RESULT.split(", "), *_RESOLUTIONS}
    return said.casefold() in known or read_status(said)[1] in ("known", "similar")


def read_share(cell: Cell, whole: float) -> ChecklistStatus | None:
    """A part that is complete, `whole` being 1 or 100; None for what is no number."""
    if isinstance(cell, bool):
        return "done" if cell else "to-do"
    if isinstance(cell, (datetime.date, datetime.time, datetime.timedelta)):
        return None
    if isinstance(cell, str):
        text = cell.strip()
        count = _FRACTION.fullmatch(text)
        if count:
            done, of = int(count[1]), int(count[2])
            return "done" if of and done >= of else "in-progress" if done else "to-do"
        per_cent = text.endswith("%")
        text = text.rstrip("% ").replace(",", ".")
        if not re.fullmatch(r"\d{0,4}(?:\.\d{0,6})?", text) or not re.search(r"\d", text):
            return None
        share = float(text)
        whole = 100.0 if per_cent else whole
    else:
        share = float(cell)
    return "done" if share >= whole else "in-progress" if share > 0 else "to-do"


def is_number(cell: Cell) -> bool:
    return not isinstance(cell, bool) and re.fullmatch(r"\d{1,3}(?:\.\d+)?", text_of(cell).strip()) is not None
