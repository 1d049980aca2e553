"""What page one says, whatever the format."""

from __future__ import annotations

import re
from datetime import timedelta

import msgspec
from markdown_it import MarkdownIt

from launchready.exchange.chat.message import message
from launchready.exchange.export import export_of
from launchready.exchange.report.report import AreaCount
from launchready.exchange.summary import html as summary_html
from launchready.exchange.summary import markdown as summary_markdown
from launchready.exchange.summary.front import front
from launchready.launch.model import Task
from tests.exchange import sample_exports as samples
from tests.exchange.sample_report import FULL, exported


def test_lists_have_the_joint_lane_last_and_cards_have_it_between_the_two() -> None:
    text, page = summary_markdown.write(exported(FULL)).decode(), summary_html.write(exported(FULL)).decode()
    assert re.findall(r"^\| (PM|PMM|Joint) +\|", text, re.MULTILINE)[:3] == ["PM", "PMM", "Joint"]
    for title in (r"^### (\w+): \d+ of", r"^### (PM|PMM|Joint)$"):
        found = re.findall(title, text, re.MULTILINE)
        assert found == [lane for lane in ("PM", "PMM", "Joint") if lane in found]
    assert re.findall(r'class="lane" aria-label="(\w+)"', page) == ["PM", "Joint", "PMM"]


def test_a_text_from_right_to_left_keeps_to_itself_and_is_cut_whole() -> None:
    lane = msgspec.structs.replace(FULL.lanes[0], areas=(AreaCount(name="השקה 2024", done=3, total=5),))
    name = "טל 7 " * 40
    export = exported(msgspec.structs.replace(FULL, name=name, lanes=(lane, *FULL.lanes[1:])))
    text, page = summary_markdown.write(export).decode(), summary_html.write(export).decode()
    assert "\u2068השקה 2024\u2069 3 of 5" in text
    assert "\u2068השקה 2024\u2069 3 of 5" in page
    for line in (message(export.report).name, *re.findall("<h1>(.*)</h1>", page), text.splitlines()[0]):
        assert line.count("\u2068") == line.count("\u2069") == 1
    assert "\u2068" not in summary_markdown.write(exported(FULL)).decode()


def test_area_counts_add_up_however_many_there_are() -> None:
    lane = msgspec.structs.replace(
        FULL.lanes[0], gates_total=66, areas=tuple(AreaCount(name=f"Area {n}", done=1, total=n) for n in range(1, 12))
    )
    (card, *_) = front(msgspec.structs.replace(FULL, lanes=(lane, *FULL.lanes[1:]))).cards
    assert card.areas[-1] == ("4 more areas", "4 of 38", False)
    assert sum(int(count.split(" of ")[1]) for _, count, _ in card.areas) == card.total


def test_the_annex_has_as_many_late_gates_as_page_one() -> None:
    for export in (samples.midway(), samples.decided()):
        for lane in export.report.lanes:
            late = [one for one in export.report.tasks if one.lane == lane.lane and one.open_gate and one.late]
            assert len(late) == lane.late


def test_what_closes_page_one_is_no_item_of_the_claims() -> None:
    page = MarkdownIt().render(summary_markdown.write(exported(FULL)).decode()).split("<hr")[0]
    assert "Next checkpoint" in page
    assert not [item for item in re.findall("<li>.*?</li>", page, re.DOTALL) if "Next checkpoint" in item]


def test_reasons_say_what_the_window_says() -> None:
    reasons = {one.key or f"{one.lane} {one.kind}": one for one in samples.midway().report.reasons}
    assert [reasons[key].mark for key in ("PM-22", "C-1", "PM-4", "pmm sign-off")] == [
        "no-go",
        "no-go",
        None,
        "waiting",
    ]
    assert reasons["C-1"].detail == "Web page, press release"
    assert reasons["pm sign-off"].detail.startswith("PM-22 Defects: reopened; ")
    open_joint = samples.with_tasks(Task(id="t", key="J-1", title="Copy", lane="joint", position=1, gating=True))
    both = msgspec.structs.replace(open_joint.launch, leads=samples.decided().launch.leads)
    people = msgspec.structs.replace(both, people=samples.decided().launch.people)
    assert export_of(people, (), samples.AT).report.reasons[0].owner == "Both leads"


def test_after_the_launch_days_are_counted_from_it_and_a_checkpoint_is_past() -> None:
    held = samples.decided()
    page = front(export_of(held.launch, held.entries, samples.AT + timedelta(days=5)).report)
    assert page.facts[1][:2] == ("Since launch", "T+2")
    assert page.closing[0] == ("Next checkpoint", "Mon 7 Dec 2026, past")
