"""What a column of a file can be read as, in words."""

from __future__ import annotations

from launchready.wording.language import tr


def field_text(name: str) -> str:
    """The field in words; one that has none of its own is named as it is."""
    return {
        "title": tr("Title"),
        "id": tr("Id"),
        "status": tr("Status"),
        "why": tr("Why blocked"),
        "category": tr("Status category"),
        "resolution": tr("Resolution"),
        "completed": tr("Done on"),
        "progress": tr("Progress"),
        "owner": tr("Owner"),
        "email": tr("Owner's e-mail"),
        "reviewer": tr("Reviewer"),
        "due": tr("Due"),
        "due_set": tr("Due as set"),
        "lane": tr("Lane"),
        "team": tr("Team"),
        "area": tr("Area"),
        "parent": tr("Parent"),
        "level": tr("Level"),
        "wbs": tr("Outline number"),
        "steps": tr("Steps"),
        "steps_done": tr("Steps done"),
        "prerequisites": tr("Prerequisites"),
        "blocks": tr("Blocks"),
        "gating": tr("Gating"),
        "done_when": tr("Done when"),
        "notes": tr("Notes"),
        "labels": tr("Labels"),
        "link": tr("Link"),
        "evidence": tr("Evidence"),
    }.get(name, name.replace("_", " ").capitalize())
