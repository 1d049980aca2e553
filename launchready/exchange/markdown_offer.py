"""Markdown among the other formats: the same preview, and what to do with a file that has no boxes."""

from __future__ import annotations

import msgspec

from launchready.exchange.gathering import area_lanes_of
from launchready.exchange.markdown_in import read_markdown
from launchready.exchange.products import origin_of
from launchready.exchange.understood import Options, Skipped, Understood


def read_offer(text: str, file: str, options: Options) -> Understood:
    """The checklist in a Markdown text; `skip` are its lines."""
    found = read_markdown(text, name=file, lane=options.lane, area=options.area, include_fenced=options.include_fenced)
    lanes = {area.strip().casefold(): lane for area, lane in options.lanes.items()}
    skip = {f"line {line}" for line in options.skip}
    tasks = tuple(
        msgspec.structs.replace(task, lane=lanes.get(task.area.casefold(), task.lane))
        for task in found.tasks
        if task.place not in skip
    )
    skipped = tuple(
        Skipped(place=task.place, why="said", said=task.title[:80]) for task in found.tasks if task.place in skip
    )
    origin = options.origin or origin_of(file)
    return Understood(
        file=file,
        format="markdown",
        product="markdown",
        checklist=msgspec.structs.replace(found, tasks=tasks, origin=origin),
        areas=area_lanes_of(tasks),
        skipped=skipped,
    )
