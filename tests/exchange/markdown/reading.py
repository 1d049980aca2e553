"""How the Markdown tests read a text."""

import textwrap

import pytest

from launchready.exchange.checklist import Checklist, ImportRefused, Lane
from launchready.exchange.markdown.tasks import read_markdown


def checklist(text: str, *, lane: Lane | None = None, area: str | None = None, fenced: bool = False) -> Checklist:
    return read_markdown(textwrap.dedent(text), name="plan.md", lane=lane, area=area, include_fenced=fenced)


def titles(text: str) -> list[str]:
    return [task.title for task in checklist(text).tasks]


def refusal(text: str) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        checklist(text)
    return caught.value


def codes(read: Checklist) -> list[str]:
    return [warning.code for warning in read.warnings]
