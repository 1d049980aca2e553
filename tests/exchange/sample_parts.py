"""Parts of the sample launch: why it is not ready, who signed what, what was promised."""

from __future__ import annotations

import msgspec

from launchready.exchange.report.report import (
    Activity,
    AreaCount,
    Claim,
    Condition,
    Lane,
    LaneName,
    Proof,
    Reason,
    SignOff,
    Waiver,
)
from tests.exchange.sample_tasks import tasks

DIGEST = "9f2c41d7a80be6531f4471c9d2e85b3307af96c1e4d20b8853a17f6cc9e40d12"

REASONS = (
    Reason(
        rule=3,
        lane="pm",
        kind="gate",
        key="PM-21",
        owner="M. Okafor",
        text="Defects: no severity 1 or 2 open",
        detail="Product quality · blocked: data export fails over 2 GB; vendor fix due 27 Nov",
        due="Tue 1 Dec",
        late="3 d late",
    ),
    Reason(
        rule=3,
        lane="pmm",
        kind="claim",
        key="CL-2",
        owner="Dana Ruiz",
        text="Claim “exports any size in one click” is unsupported",
        detail="Web page, sales deck · its proof PM-21 is blocked",
        mark="no-go",
    ),
    Reason(
        rule=3,
        lane="pm",
        kind="gate",
        key="PM-18",
        owner="S. Varga",
        text="Rollback rehearsed",
        detail="Operations · in progress",
        due="Sat 28 Nov",
    ),
    Reason(
        rule=3,
        lane="pmm",
        kind="gate",
        key="PMM-9",
        owner="J. Abe",
        text="Sales kit",
        detail="Sales enablement · in progress",
        due="Tue 17 Nov",
        late="5 d late",
    ),
    Reason(
        rule=3,
        lane="pm",
        kind="gate",
        key="PM-16",
        owner="Priya Nair",
        text="Known limitations",
        detail="Product quality · awaiting PMM",
        due="Tue 24 Nov",
    ),
    Reason(
        rule=3,
        lane="joint",
        kind="gate",
        key="J-4",
        owner="Both leads",
        text="Copy against the final build",
        due="Thu 3 Dec",
    ),
    Reason(
        rule=5,
        lane="pm",
        kind="sign-off",
        owner="Priya Nair",
        text="PM signed Go on 19 Nov and it is stale",
        detail="2 gates changed since: PM-21 reopened, PM-9 evidence replaced",
    ),
    Reason(rule=5, lane="pmm", kind="sign-off", owner="Dana Ruiz", text="PMM withdrew its sign-off", mark="waiting"),
    Reason(
        rule=7,
        lane="pmm",
        kind="condition",
        key="C-1",
        owner="T. Lind",
        text="Forrester briefed before the embargo lifts",
        detail="Covers PMM-11 · accepted, not yet met",
        due="Fri 4 Dec",
    ),
    Reason(
        rule=7,
        lane="pmm",
        kind="waiver",
        key="PMM-15",
        owner="Dana Ruiz",
        text="Sales enabled: partner playbook waived",
        detail="Consented by Priya Nair",
        due="until 15 Jan",
    ),
)


def _lane(lane: LaneName, lead: str, delegate: str = "") -> Lane:
    gates = [task for task in tasks() if task.lane == lane and task.gating]
    areas = list(dict.fromkeys(task.area for task in gates))
    return Lane(
        lane=lane,
        lead=lead,
        delegate=delegate,
        gates_done=sum(not task.open_gate for task in gates),
        gates_total=len(gates),
        open=sum(task.open_gate for task in gates),
        late=sum(bool(task.late) for task in gates),
        areas=tuple(
            AreaCount(
                name=area,
                done=sum(task.area == area and not task.open_gate for task in gates),
                total=sum(task.area == area for task in gates),
            )
            for area in areas
        ),
    )


LANES = (_lane("pm", "Priya Nair"), _lane("pmm", "Dana Ruiz", "J. Abe, 1 to 8 Dec"), _lane("joint", ""))
OPEN_GATES = sum(lane.open for lane in LANES)

PM_SIGN_OFF = SignOff(
    lane="pm",
    name="Priya Nair",
    at="19 Nov 2026, 16:02",
    position="go",
    meaning="The product is ready: every gate of the PM lane and every joint gate is done or waived.",
    signed=True,
    state="stale",
    state_words="Stale: 2 gates changed since 19 Nov, 16:02",
    changes=("PM-21 Defects: done → blocked, 20 Nov", "PM-9 Load and performance: evidence replaced, 21 Nov"),
    rationale="Release build 3.0.118 meets the tier 1 bar.",
    digest=DIGEST,
)

PMM_SIGN_OFF = msgspec.structs.replace(
    PM_SIGN_OFF,
    lane="pmm",
    name="Dana Ruiz",
    at="19 Nov 2026, 15:40",
    signed=False,
    recorded_by="Priya Nair",
    recorded_for="Dana Ruiz",
    state="withdrawn",
    state_words="Withdrawn by Dana Ruiz, 20 Nov, 18:05: sales can’t demo the export",
    meaning="The market is ready: every gate of the PMM lane and every joint gate is done or waived.",
    changes=(),
    rationale="Messaging holds, sellers are trained.",
    digest=DIGEST[::-1],
)

WAIVERS = (
    Waiver(
        lane="pmm",
        gate="PMM-15",
        title="Sales enabled",
        reason="The partner playbook needs the final price list.",
        compensating="Partner managers take calls together with sales until it is out.",
        expires="Fri 15 Jan 2027",
        asked_by="Dana Ruiz",
        asked_at="17 Nov",
        consented_by="Priya Nair",
        consented_at="18 Nov",
        state="consented",
    ),
    Waiver(
        lane="pm",
        gate="PM-7",
        title="Privacy and legal review",
        reason="The addendum is with the customer’s counsel.",
        compensating="No upload outside the EU before it is signed.",
        expires="Tue 15 Dec",
        asked_by="Priya Nair",
        asked_at="21 Nov",
        reviewer="R. Osei, Legal",
        reviewer_word="agreed, 21 Nov",
        state="asked",
    ),
)

CONDITIONS = (
    Condition(
        lane="pmm",
        key="C-1",
        text="Forrester briefed before the embargo lifts",
        owner="T. Lind",
        due="Fri 4 Dec",
        covers=("PMM-11",),
        accepted_by="Priya Nair",
        accepted_at="20 Nov",
        state="accepted",
    ),
)

CLAIMS = (
    Claim(
        key="CL-1",
        text="Twice as fast as 2.x",
        where="Press release, web page",
        owner="Dana Ruiz",
        state="in use",
        support="supported",
        proof=(Proof(key="PM-9", text="Load and performance", state="done", done=True),),
    ),
    Claim(
        key="CL-2",
        text="Exports any size in one click",
        where="Web page, sales deck",
        owner="Dana Ruiz",
        state="in use",
        support="unsupported",
        proof=(
            Proof(key="PM-21", text="Defects", state="blocked"),
            Proof(
                text="Export run, 40 GB",
                link="https://tests.example.com/export",
                state="accepted by Priya Nair",
                done=True,
            ),
        ),
    ),
    Claim(
        key="CL-3",
        text="Meets WCAG 2.2 AA",
        where="Web page",
        state="in use",
        support="supported",
        proof=(Proof(key="PM-10", text="Accessibility", state="done", done=True),),
    ),
    Claim(key="CL-4", text="The only one with offline maps", where="Sales deck", state="draft"),
)

PARTIES = ("PM", "PMM", "Engineering", "Design", "QA", "Sales", "Support", "Legal", "Decider")
ACTIVITIES = (
    Activity(
        name="Customer research for product discovery",
        letters=("AR", "C", "I", "C", "", "", "", "", ""),
        input_expected="PMM shares buyer interviews",
        escalates_to="L. Chen",
    ),
    Activity(
        name="Customer research for message and market",
        letters=("C", "AR", "", "", "", "I", "", "", ""),
        input_expected="PM shares user research",
        escalates_to="L. Chen",
    ),
    Activity(name="Roadmap content", letters=("AR", "C", "C", "C", "", "I", "I", "", "I")),
    Activity(
        name="Roadmap communication",
        letters=("C", "AR", "I", "", "", "I", "I", "C", "I"),
        input_expected="PM confirms content",
    ),
    Activity(name="Readiness of the product", letters=("A", "I", "R", "R", "R", "", "C", "C", "I")),
    Activity(name="Readiness of the market", letters=("I", "A", "", "", "", "R", "C", "C", "I")),
    Activity(name="Go/no-go", letters=("R", "R", "C", "", "C", "C", "C", "C", "A"), escalates_to="L. Chen"),
    Activity(
        name="Launch measurement",
        letters=("C", "R", "", "", "", "", "", "", ""),
        breaches=("No A: nobody is accountable",),
    ),
)
