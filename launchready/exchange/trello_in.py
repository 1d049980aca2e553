"""A Trello board as JSON: open cards in open lists are tasks, check items their steps."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from launchready.exchange.cells import whole_text
from launchready.exchange.checklist import ChecklistStatus, ChecklistStep, ChecklistTask, ImportRefused, Link
from launchready.exchange.gathering import Gathering, cut_title
from launchready.exchange.ids import unique
from launchready.exchange.json_in import Json, parts, records, said, text
from launchready.exchange.understood import Options, Understood

_FINISHED = re.compile(
    r"(?<!of )(?<!\w)(?:done|completed?|finished|shipped|released|deployed|delivered|published|launched|resolved)"
    r"(?!\w)",
    re.I,
)


def read_board(value: Any, file: str, options: Options) -> Understood:
    """The checklist on a board. `actions` repeat what the cards say and are not read."""
    gathering = Gathering(file, options)
    board = _board_of(value)
    lists = {said(each.get("id")): each for each in parts(board.get("lists"))}
    cards = sorted(
        parts(board.get("cards")), key=lambda card: (_order(lists.get(said(card.get("idList")))), _order(card))
    )
    reading = _Board(board, lists, gathering)
    ids = unique([said(card.get("id")) or text(card.get("name")) for card in cards])
    tasks = [task for card, id_ in zip(cards, ids, strict=True) if (task := reading.task(card, id_)) is not None]
    if not tasks:
        raise ImportRefused("import-no-cards", {"file": file, "cards": len(cards), "archived": len(gathering.skipped)})
    title = whole_text(text(board.get("name"))) or PurePath(file).stem or file
    return gathering.understood(tasks, form="trello", product="trello", title=title, origin="trello")


def _board_of(value: Any) -> Json:
    """A board as Trello exports it, made of its lists that hold their cards, or of cards alone."""
    if isinstance(value, dict) and isinstance(value.get("cards"), list):
        return value
    about = value if isinstance(value, dict) else {}
    lists = [each for each in parts(about.get("lists") or value) if isinstance(each.get("cards"), list)]
    if not lists:
        return {"cards": records(value)}
    cards = [{"idList": each.get("id"), **card} for each in lists for card in parts(each["cards"])]
    return {**about, "lists": lists, "cards": cards}


class _Board:
    def __init__(self, board: Json, lists: dict[str, Json], gathering: Gathering) -> None:
        self._lists = lists
        self._gathering = gathering
        self._members = {
            said(member.get("id")): text(member.get("fullName")) or text(member.get("username"))
            for member in parts(board.get("members"))
        }
        self._labels = {said(label.get("id")): text(label.get("name")) for label in parts(board.get("labels"))}
        self._checklists: dict[str, list[Json]] = {}
        for checklist in sorted(parts(board.get("checklists")), key=_order):
            self._checklists.setdefault(said(checklist.get("idCard")), []).append(checklist)
        self._states = self._lists_that_are_states()

    def task(self, card: Json, id_: str) -> ChecklistTask | None:
        """The card as a task; None for one that is archived, alone or with its list."""
        name = whole_text(text(card.get("name"))).strip()
        number = said(card.get("idShort"))
        place = f"card {number}" if number else f"card “{name[:40]}”"
        column = self._lists.get(said(card.get("idList")), {})
        if card.get("closed") is True or column.get("closed") is True:
            self._gathering.skip(place, "archived", name)
            return None
        if not name:
            self._gathering.skip(place, "no-title")
            return None
        title, notes = cut_title(name)
        list_name = " ".join(whole_text(text(column.get("name"))).split())
        status = self._status(card, list_name, place)
        labels = self._labels_of(card)
        area = self._gathering.options.area
        if area is None:
            area = (labels[0] if labels else "") if list_name in self._states else list_name
        owners = self._owners(card)
        due, unread = self._due(card, place)
        labelled = f"Labels: {', '.join(labels)}" if labels else ""
        several = f"Owners: {', '.join(owners)}" if len(owners) > 1 else ""
        notes.extend(note for note in (text(card.get("desc")).strip(), labelled, several, unread) if note)
        return ChecklistTask(
            title=title,
            done=status == "done",
            id=id_,
            status=status,
            why=list_name if status in ("blocked", "not-applicable") else "",
            lane=self._gathering.lane(title, area or " ".join(labels), owners[0] if owners else ""),
            area=area,
            owner=owners[0] if owners else "",
            due=due,
            notes=whole_text("\n".join(notes)),
            steps=self._steps(card),
            links=_links(card),
            place=place,
        )

    def _owners(self, card: Json) -> list[str]:
        names = (self._members.get(said(each), "") for each in _list(card.get("idMembers")))
        return [whole_text(name) for name in names if name]

    def _lists_that_are_states(self) -> frozenset[str]:
        """Lists such as To do, Doing, Done tell where a card stands; any other names an area."""
        known = self._gathering.said_statuses
        names = [" ".join(whole_text(text(each.get("name"))).split()) for each in self._lists.values()]
        return frozenset(name for name in names if name and (name.casefold() in known or _is_state(name)))

    def _status(self, card: Json, list_name: str, place: str) -> ChecklistStatus:
        by_list: ChecklistStatus = "to-do"
        if list_name in self._states:
            by_list = self._gathering.status(list_name, place, "list")
        return "done" if card.get("dueComplete") is True else by_list

    def _labels_of(self, card: Json) -> list[str]:
        own = [text(label.get("name")) for label in parts(card.get("labels"))]
        by_id = [self._labels.get(said(label), "") for label in _list(card.get("idLabels"))]
        return list(dict.fromkeys(whole_text(name).strip() for name in (*own, *by_id) if name.strip()))

    def _due(self, card: Json, place: str) -> tuple[Any, str]:
        due = text(card.get("due"))
        return self._gathering.due(due, place, "due", card=place) if due else (None, "")

    def _steps(self, card: Json) -> tuple[ChecklistStep, ...]:
        lists = self._checklists.get(said(card.get("id"))) or parts(card.get("checklists"))
        steps = []
        for checklist in lists:
            for item in sorted(parts(checklist.get("checkItems")), key=_order):
                name = " ".join(whole_text(text(item.get("name"))).split())
                if name:
                    steps.append(ChecklistStep(text=name, done=item.get("state") == "complete"))
        return tuple(steps)


def _is_state(name: str) -> bool:
    """Of names that only hold a word for it, such as Closed beta or Production, few tell that their cards are done."""
    from launchready.exchange.status_words import read_status

    status, how = read_status(name)
    vague = status == "done" and how == "words" and not _FINISHED.search(name)
    return how != "unknown" and not vague and len(name) <= 40


def _order(value: Json | None) -> float:
    position = value.get("pos") if value else None
    return float(position) if isinstance(position, (int, float)) and abs(position) < 1e300 else 0.0


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _links(card: Json) -> tuple[Link, ...]:
    found = [
        (whole_text(text(each.get("name"))), whole_text(text(each.get("url"))))
        for each in parts(card.get("attachments"))
    ]
    return tuple(
        Link(label if label != url else "", url) for label, url in found if url.startswith(("http://", "https://"))
    )
