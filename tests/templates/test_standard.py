"""The shipped template holds the agreed checklist, row by row."""

from __future__ import annotations

import re

import pytest

from launchready import templates
from launchready.templates import Due, Template

# id | tier 1/2/3: days, G gating or A advisory, "." not in that tier | area | Ack where the other lane acknowledges
CHECKLIST = """
P0 | -77A/-40A/. | Requirements met | Ack
P1 | -84G/-42G/-14G | Requirements met |
P2 | -70G/-35G/-14G | Requirements met |
P3 | -42G/-28A/. | Operations |
P4 | -35G/-21A/. | Product quality |
P5 | -30G/-30G/-14G | Requirements met |
P6 | -30G/-21G/-7G | Requirements met | Ack
P7 | -30G/-21G/-7A | Legal and security |
P8 | -21G/-14G/-7A | Legal and security |
P9 | -21G/-14A/. | Product quality |
P10 | -21G/-14A/-7A | Product quality |
P11 | -21G/-14G/-3A | Product quality |
P12 | -21G/-14G/. | Operations |
P13 | -14G/-10G/-3G | Requirements met |
P14 | -14G/-10G/-3A | Operations |
P15 | -14G/-10G/-2A | Operations |
P16 | -14G/-10G/-3A | Product quality | Ack
P17 | -10G/-7G/-2G | Product quality |
P18 | -10G/-7G/-3A | Operations |
P19 | -10G/-7G/-2A | Operations |
P20 | -10G/-7G/-2A | Operations |
P21 | -7G/-5G/-2G | Product quality |
P22 | -7G/-5G/-1G | Requirements met |
M1 | -77A/-40A/. | Messaging | Ack
M2 | -70G/-28A/. | Messaging |
M3 | -56G/-28G/-7A | Channels |
M4 | -56G/-28G/-7A | Messaging | Ack
M4b | -28G/-19G/-6A | Messaging | Ack
M5 | -42A/-21A/. | Messaging |
M6 | -35G/-21A/. | Competitive intelligence |
M7 | -35G/-21A/. | Pricing and packaging |
M8 | -21G/-14G/-5G | Messaging |
M8b | -7G/-5G/-1G | Messaging |
M9 | -21G/-14G/. | Sales enablement |
M10 | -21A/-14A/. | Sales enablement |
M11 | -18G/./. | Analyst briefings |
M12 | -14G/./. | Press |
M13 | -14A/-10A/. | Sales enablement |
M14 | -10A/./. | Press |
M15 | -10G/-7G/-2A | Sales enablement |
M16 | -10A/-7A/. | Sales enablement |
M17 | -7G/-5G/-2A | Channels |
M18 | -7A/-5A/-1A | Channels |
M19 | -7A/-5A/. | Channels |
M20 | -5G/-3G/-1A | Channels |
M21 | -5G/-3A/. | Press |
M22 | -5G/-3G/-1G | Channels |
M23 | -10G/-7A/. | Messaging |
J1 | -84G/-42G/-14G | Joint |
J2 | -84G/-42G/-14A | Joint |
J3 | -14A/-7A/. | Joint |
J4 | -5G/-3G/-1A | Joint |
J5 | -3G/-2A/. | Joint |
J6 | +3A/+3A/. | Joint |
J7 | +30A/+30A/+14A | Joint |
J8 | +37A/+37A/+21A | Joint |"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in CHECKLIST.strip().splitlines()]
LANES = {"P": "pm", "M": "pmm", "J": "joint"}


@pytest.fixture(scope="module")
def standard() -> Template:
    return templates.load("standard")


def _due(written: str) -> Due:
    match = re.fullmatch(r"([-+]\d+)([GA])", written)
    assert match
    return Due(int(match[1]), match[2] == "G", False)


@pytest.mark.parametrize("tier", [1, 2, 3])
def test_each_tier_has_the_rows_of_the_checklist_in_order(standard: Template, tier: int) -> None:
    expected = [
        (id_, _due(tiers.split("/")[tier - 1]), LANES[id_[0]], area, ack == "Ack")
        for id_, tiers, area, ack in ROWS
        if tiers.split("/")[tier - 1] != "."
    ]
    actual = [(task.id, due, task.lane, task.area, task.acknowledged) for task, due in standard.for_tier(tier)]
    assert actual == expected
    assert len(actual) == {1: 56, 2: 53, 3: 33}[tier]


def test_every_task_says_when_it_is_done_and_none_has_prerequisites(standard: Template) -> None:
    for task in standard.tasks:
        assert task.title
        assert task.done_when
        assert "Ack" not in task.done_when
        assert "owner" not in task.done_when or task.id in ("J3", "M22")
        assert task.prerequisites == ()


def test_titles_and_done_when_are_those_of_the_table(standard: Template) -> None:
    tasks = {task.id: (task.title, task.done_when) for task in standard.tasks}
    assert tasks["P0"] == ("User findings shared with PMM", "interviews and usage findings handed over")
    assert tasks["P21"] == ("Defects", "no severity 1 or 2 open; dated query")
    assert tasks["M8b"] == ("Claims supported", "every claim in use is supported, after QA sign-off")
    assert tasks["M22"] == ("Internal announcement and FAQ ready", "approved; sends after Go; owners named")
    assert tasks["J5"] == ("Run of show", "minute plan with stop point")
    assert tasks["J8"] == ("Retrospective into the template", "changes applied")


def test_reviewers_and_owners_are_named_where_the_table_names_them(standard: Template) -> None:
    assert {task.id: task.reviewer for task in standard.tasks if task.reviewer} == {
        "P7": "Legal",
        "P8": "Security",
        "M23": "Legal",
    }
    assert {task.id: task.owner_role for task in standard.tasks if task.owner_role} == {
        "J5": "pmm lead",
        "J6": "pm lead",
        "J7": "pmm lead",
    }


def test_the_decision_falls_three_days_before_launch_and_one_in_tier_3(standard: Template) -> None:
    assert standard.go_no_go == {1: -3, 2: -3, 3: -1}


ACCOUNTABLE = {
    "Customer research for product discovery": "PM",
    "Customer research for message and market": "PMM",
    "Roadmap content": "PM",
    "Roadmap communication": "PMM",
    "Launch coordination": "PMM",
    "Readiness of the product": "PM",
    "Readiness of the market": "PMM",
    "Go/no-go": "Decider",
    "Positioning and messaging": "PMM",
    "Sales enablement": "PMM",
    "Analyst and press briefings": "PMM",
    "Competitive intelligence": "PMM",
    "Launch measurement": "PMM",
}


def test_the_raci_has_the_thirteen_activities_each_with_its_accountable_party(standard: Template) -> None:
    assert standard.parties == ("PM", "PMM", "Engineering", "Design", "QA", "Sales", "Support", "Legal", "Decider")
    accountable = {
        row.name: "".join(party for party, letter in row.letters.items() if "A" in letter) for row in standard.raci
    }
    assert accountable == ACCOUNTABLE
    assert list(accountable) == list(ACCOUNTABLE)
    for row in standard.raci:
        assert any("R" in letter for letter in row.letters.values())
        assert row.input_expected
        assert row.escalates_to == "Decider"


def test_both_leads_are_responsible_for_the_go_no_go(standard: Template) -> None:
    letters = next(row.letters for row in standard.raci if row.name == "Go/no-go")
    assert (letters["PM"], letters["PMM"], letters["Decider"]) == ("R", "R", "A")


def test_the_comments_name_every_key_of_a_task() -> None:
    from launchready import places
    from launchready.templates.parsing import TASK_KEYS

    text = (places.resources() / "templates" / "standard.toml").read_text(encoding="utf-8")
    comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    for key in TASK_KEYS:
        assert re.search(rf"\b{key}\b", comments), key
