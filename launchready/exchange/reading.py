"""Owners and blanks in what people wrote; used by every importer, since cells and titles hold the same forms."""

import re

import msgspec

_PLACEHOLDER = re.compile(
    r"""(?:
        [\s_.\-\N{EN DASH}\N{EM DASH}?*]*                       # ____, ---, ?
      | \[[^\]\[]*\] | <[^<>]*> | \{+[^{}]*\}+                  # [DATE], <name>, {{ env.VERSION }}
      | @?tb[acd] | n/?a | none | null | \[\] | \{\} | tbs | todo | @?(?:your-?)?(?:name|username|login|handle) | date
      | unassigned
      | [ymdhs]{1,4}(?:[-/.][ymd]{1,4}){1,2}(?:[\sT]?[hmsz:]+)? # YYYY-MM-DD, dd/mm/yy
      | x{2,4}(?:[-/.]x{2,4}){0,2}
    )""",
    re.I | re.X,
)
_NAME = r"[A-Za-z0-9](?:[\w.{}-]{0,60}[\w}])?"
LOGIN = rf"(?<![\w@.])@{_NAME}(?:/[\w.{{}}-]{{1,80}})?"
_AND = r"\s*[,&+;]\s*(?:and\s+)?|\s+(?:and|or|with)\s+"
_JOINT = rf"(?:{_AND}|\s*/\s*)"
_ROLE = r"[_*]?[A-Za-z][\w.'-]{0,40}(?:\s[A-Za-z][\w.'-]{0,40}){0,2}[_*]?"
_LOGINS = rf"{LOGIN}(?:{_JOINT}(?:{LOGIN}|{_ROLE}))*"
_DASH = r"(?:\s+[-\N{EN DASH}\N{EM DASH}]+\s*|\s*[\N{EN DASH}\N{EM DASH}|]\s*)"

_AFTER_DASH = re.compile(rf"{_DASH}(?P<owner>{_LOGINS})\s*\.?$")
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?P<owner>{_LOGINS})\s*[)\]]\s*\.?$")
_IN_FRONT = re.compile(rf"^(?:\[\s*)?(?P<owner>{_LOGINS})(?:\s*\])?\s*(?::|[-\N{{EN DASH}}\N{{EM DASH}}](?=\s))\s*")
_OWNER_WORD = r"(?:task\s+)?(?:owners?|assignees?|dri|responsible|poc)\s*[:=]\s*|(?:owned\s+by|assigned\s+to)\s*:?\s+"
_LABELLED_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?:{_OWNER_WORD})(?P<owner>[^()\[\]]{{1,80}})[)\]]", re.I)
_LABELLED = re.compile(
    rf"(?:{_DASH}|[.,;]\s+|^)(?:task\s+)?(?:owners?|assignees?|dri)\s*:\s*(?P<owner>\S[^:]{{0,80}})$", re.I
)
_NAME_AFTER_DASH = re.compile(
    r"\s[-\N{EN DASH}\N{EM DASH}]\s(?P<owner>[A-Z]{2,12}|[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?)$"
)
_SEPARATOR = re.compile(rf"{_JOINT}|\n")
_SEPARATOR_OF_LOGINS = re.compile(rf"{_AND}|\s+/\s*|\s*/\s+|\n")

ROLES = """
    analyst cmo ceo cpo cto cs dev design designer developer devops director docs eng engineer engineering exec gtm
    growth head infra lead leads legal manager marketer marketing ops owner pm pmm pr product qa sales sec security sre
    support team teams writer
"""
NOT_NAMES = """
    android done draft email example faq figma finished github google html ios issue link linkedin linux mac macos maybe
    must na new no none note notes open optional pending phase pr required review slack tbd template todo twitter video
    web windows wip yes youtube
"""
_ROLES = frozenset(ROLES.split())
_NOT_NAMES = frozenset(NOT_NAMES.split())

_LONGEST = 600


class OwnerReading(msgspec.Struct, frozen=True, kw_only=True):
    """The owners that a text names, first the one who owns; `said` is how they stood there, `rest` the text without."""

    owners: tuple[str, ...] = ()
    said: str = ""
    rest: str = ""


def is_placeholder(text: str) -> bool:
    """True for what a template leaves to be filled in: nothing, TBD, [DATE], YYYY-MM-DD, ______."""
    return len(text) < 200 and _PLACEHOLDER.fullmatch(text.strip(" \n\t()")) is not None


def read_owners(text: str) -> tuple[str, ...]:
    """The owners in a cell or field that is there to name them; "GM / Peta" are two, placeholders none."""
    if is_placeholder(text):
        return ()
    separator = _SEPARATOR_OF_LOGINS if "@" in text else _SEPARATOR
    parts = (part.strip().strip("*_").strip() for part in separator.split(text[:_LONGEST].strip()))
    return tuple(part for part in parts if part and not is_placeholder(part))


def find_owners(text: str, *, emphasised: str = "", names_after_dash: bool = False) -> OwnerReading:
    """The owners that a title names by its form, as "Docs - @ana & @bo", "(owner: Ana)" or "@ana: docs".

    `emphasised` is the last stretch of the title if it stood in italics ("Docs - _team lead_"). Plain names after a
    dash ("Docs - Ana") look like any other ending; they count only with `names_after_dash`, which a caller sets for a
    file that marks owners at the end of its lines.
    """
    if len(text) > _LONGEST:
        return OwnerReading(rest=text)
    for pattern in (_LABELLED_IN_BRACKETS, _LABELLED, _AFTER_DASH, _IN_BRACKETS, _IN_FRONT):
        match = pattern.search(text)
        owners = read_owners(match["owner"]) if match else ()
        if match and owners:
            return _reading(text, match, owners)
    if emphasised and (names_after_dash or _has_role(emphasised)) and emphasised.lower() not in _NOT_NAMES:
        match = re.search(rf"{_DASH}(?P<owner>{re.escape(emphasised)})\s*$", text)
        if match and re.fullmatch(_ROLE, emphasised):
            return _reading(text, match, (emphasised,))
    if names_after_dash:
        match = _NAME_AFTER_DASH.search(text)
        if match and not _NOT_NAMES & set(match["owner"].lower().split()):
            return _reading(text, match, (match["owner"],))
    return OwnerReading(rest=text)


def ends_with_owner(text: str) -> bool:
    """True for a line that names its owner after a dash, by login; a file with several such lines has a convention."""
    return len(text) <= _LONGEST and _AFTER_DASH.search(text) is not None


def _has_role(text: str) -> bool:
    return not _ROLES.isdisjoint(text.lower().split())


def _reading(text: str, match: re.Match[str], owners: tuple[str, ...]) -> OwnerReading:
    rest = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
    return OwnerReading(owners=owners, said=match["owner"].strip(), rest=rest or text)
