"""What is pasted into a chat."""

from __future__ import annotations

import re

import pytest

from launchready.exchange.chat import html as chat_html
from launchready.exchange.chat import text as chat_text
from tests.exchange import sample_exports as samples
from tests.exchange.html_reader import HtmlReader
from tests.exchange.sample_report import FULL, exported

TEXT = """\
○ Atlas 3.0: Not ready
Launch Tue 8 Dec 2026, 09:00 UTC · T−5 · go/no-go Sat 5 Dec 2026 · build 3.0.118
2 gates are open. C-1 Claim “Exports any size in one click” is in use and not supported. \
From 5 Dec 2026 this would be No-go.

PM: 20 of 22 gates done, 1 waived, 1 late · ▲ Go, stale
PMM: 16 of 17 gates done, 1 late · ○ Not signed
Joint: 4 of 4 gates done · ○ Not covered by both

What stands in the way:
■ PMM-13 Analyst briefings is to do · PMM · T. Lind · 13 d late
■ PM-22 Defects is blocked: Severity 1: data export fails over 2 GB · PM · M. Okafor · 2 d late
■ C-1 Claim “Exports any size in one click” is in use and not supported · PMM · Dana Ruiz
▲ PM signed before 2 later changes · PM · Priya Nair
○ PMM has not signed · PMM · Dana Ruiz
and 1 more

Next checkpoint: None set
If the leads differ: L. Chen decides
As of 3 Dec 2026, 10:37 UTC
"""


def test_the_message_as_it_reads() -> None:
    assert chat_text.write(samples.midway()).decode() == TEXT


def test_a_recorded_decision_is_told_with_what_holds_now() -> None:
    made = chat_text.write(samples.decided()).decode()
    assert "Go with conditions recorded 5 Dec 2026, 10:30 by Dana Ruiz. The decision stands.\n" in made
    assert "Go recorded 19 Nov 2026, 16:20 by Priya Nair. Not ready now." in chat_html.write(exported(FULL)).decode()


def test_rich_text_says_the_same_words() -> None:
    page = HtmlReader(chat_html.write(samples.midway()).decode())
    words = re.sub(r"[\s·:]+", " ", page.text).strip()
    assert words == re.sub(r"[\s·:]+", " ", TEXT).strip()
    assert page.tags <= {"div", "p", "strong", "span", "br", "ul", "li"}
    assert page.attributes <= {"style"}


def test_nobody_is_called_by_a_name_in_a_text() -> None:
    made = chat_text.write(samples.hostile()).decode() + chat_text.quiet("@here or a@b.example, @ana")
    assert not re.search(r"(?<![\w.])@\w", made)
    assert "a@b.example" in made


def test_rich_text_keeps_text_inert() -> None:
    page = HtmlReader(chat_html.write(samples.hostile()).decode())
    assert page.tags <= {"div", "p", "strong", "span", "br", "ul", "li"}
    assert not page.links


@pytest.mark.parametrize("writer", [chat_text, chat_html])
def test_it_is_short(writer: object) -> None:
    assert len(writer.write(exported(FULL)).decode().splitlines()) < 40  # type: ignore[attr-defined]
