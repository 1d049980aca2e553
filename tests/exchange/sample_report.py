"""Reports to draw the summary from: a launch in the middle of things, and the edges (bare, all Go, ruled, hostile)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec

from launchready.exchange.report import (
    Activity,
    AreaCount,
    Claim,
    Condition,
    Escalation,
    Evidence,
    Head,
    Lane,
    LaneName,
    Proof,
    Reason,
    RecordedDecision,
    Report,
    Ruling,
    SignOff,
    Step,
    Task,
    Verdict,
    Waiver,
)
from tests.exchange.sample_tasks import TASKS

LAUNCH = date(2026, 12, 8)
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
DIGEST = "9f2c41d7a80be6531f4471c9d2e85b3307af96c1e4d20b8853a17f6cc9e40d12"
OPEN = {"PM-18": "in progress", "PM-21": "blocked", "PMM-11": "blocked", "PMM-9": "in progress"}


def _day(offset: int) -> str:
    day = LAUNCH + timedelta(days=offset)
    return f"{day:%a} {day.day} {day:%b}"


def _evidence(key: str, title: str) -> tuple[Evidence, ...]:
    if key == "PM-9":
        return (
            Evidence(
                label="Load test, 3 × expected peak",
                link="https://tests.example.com/atlas/load/118",
                note="p95 410 ms",
                date="18 Nov",
                build="3.0.118",
            ),
            Evidence(label="Profile", link="https://tests.example.com/atlas/profile", date="18 Nov", build="3.0.117"),
        )
    if key in ("PM-4", "PM-8", "PMM-6"):
        link = f"https://docs.example.com/atlas/{key.lower()}"
        return (Evidence(label=title, link=link, date="12 Nov", build="3.0.110"),)
    return ()


def _task(key: str, lane: LaneName, title: str, offset: int, gating: bool, area: str, done_when: str, owner: str) -> Task:
    status = OPEN.get(key) or ("done" if offset <= -14 and key != "PM-16" else "to do")
    ack = "Acknowledged by Dana Ruiz, 9 Nov" if key in ("PM-6", "PM-1") else ""
    late = {"PM-21": "3 d late", "PMM-11": "2 d late", "PMM-9": "5 d late"}.get(key, "")
    return Task(
        key=key,
        title=title,
        done_when=done_when,
        lane=lane,
        area=area,
        owner=owner,
        due=_day(offset),
        offset=f"T−{-offset}" if offset < 0 else f"T+{offset}",
        late=late,
        gating=gating,
        open_gate=gating and status != "done",
        status=status,  # type: ignore[arg-type]
        why={"PM-21": "Data export fails over 2 GB; vendor fix due 27 Nov", "PMM-11": "Forrester slot not confirmed"}.get(
            key, ""
        ),
        acknowledgement="Awaiting PMM" if key == "PM-16" else ack,
        covered={"PMM-11": "Condition C-1", "PMM-15": "Waived until 15 Jan"}.get(key, ""),
        reviewer="Legal, R. Osei" if key in ("PM-7", "PMM-23") else "",
        prerequisites=("PM-9", "PM-11") if key == "PM-17" else (),
        evidence=_evidence(key, title),
        notes="Staging first.\nProduction after the freeze." if key == "PM-18" else "",
        steps=(Step(text="Deck reviewed", done=True), Step(text="Talk track recorded")) if key == "PMM-9" else (),
    )


def tasks() -> tuple[Task, ...]:
    """The tier 1 checklist of the design."""
    return tuple(_task(*row) for row in TASKS)


REASONS = (
    Reason(
        rule=3, lane="pm", kind="gate", key="PM-21", owner="M. Okafor", text="Defects: no severity 1 or 2 open",
        detail="Product quality · blocked: data export fails over 2 GB; vendor fix due 27 Nov", due="Tue 1 Dec", late="3 d late",
    ),
    Reason(
        rule=3, lane="pmm", kind="claim", key="CL-2", owner="Dana Ruiz", text="Claim “exports any size in one click” is unsupported",
        detail="Web page, sales deck · its proof PM-21 is blocked", mark="no-go",
    ),
    Reason(
        rule=3, lane="pm", kind="gate", key="PM-18", owner="S. Varga", text="Rollback rehearsed",
        detail="Operations · in progress", due="Sat 28 Nov",
    ),
    Reason(
        rule=3, lane="pmm", kind="gate", key="PMM-9", owner="J. Abe", text="Sales kit",
        detail="Sales enablement · in progress", due="Tue 17 Nov", late="5 d late",
    ),
    Reason(
        rule=3, lane="pm", kind="gate", key="PM-16", owner="Priya Nair", text="Known limitations",
        detail="Product quality · awaiting PMM", due="Tue 24 Nov",
    ),
    Reason(rule=3, lane="joint", kind="gate", key="J-4", owner="Both leads", text="Copy against the final build", due="Thu 3 Dec"),
    Reason(
        rule=5, lane="pm", kind="sign-off", owner="Priya Nair", text="PM signed Go on 19 Nov and it is stale",
        detail="2 gates changed since: PM-21 reopened, PM-9 evidence replaced",
    ),
    Reason(rule=5, lane="pmm", kind="sign-off", owner="Dana Ruiz", text="PMM withdrew its sign-off", mark="waiting"),
    Reason(
        rule=7, lane="pmm", kind="condition", key="C-1", owner="T. Lind", text="Forrester briefed before the embargo lifts",
        detail="Covers PMM-11 · accepted, not yet met", due="Fri 4 Dec",
    ),
    Reason(
        rule=7, lane="pmm", kind="waiver", key="PMM-15", owner="Dana Ruiz", text="Sales enabled: partner playbook waived",
        detail="Consented by Priya Nair", due="until 15 Jan",
    ),
)  # fmt: skip



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


LANES = (_lane("pm", "Priya Nair"), _lane("joint", ""), _lane("pmm", "Dana Ruiz", "J. Abe, 1 to 8 Dec"))
OPEN_GATES = sum(lane.open for lane in LANES)

PM_SIGN_OFF = SignOff(
    lane="pm",
    name="Priya Nair",
    at="19 Nov 2026, 16:02",
    position="go",
    meaning="The product is ready: every gate of the PM lane and every joint gate is done or waived.",
    signed=True,
    state="stale",
    state_words="2 gates changed since 19 Nov, 16:02",
    changes=("PM-21 Defects: done → blocked, 20 Nov", "PM-9 Load and performance: evidence replaced, 21 Nov"),
    rationale="Release build 3.0.118 meets the tier 1 bar.",
    digest=DIGEST,
)

PMM_SIGN_OFF = msgspec.structs.replace(
    PM_SIGN_OFF, lane="pmm", name="Dana Ruiz", at="19 Nov 2026, 15:40", signed=False, recorded_by="Priya Nair",
    recorded_for="Dana Ruiz", state="withdrawn", state_words="by Dana Ruiz, 20 Nov, 18:05: sales can’t demo the export",
    meaning="The market is ready: every gate of the PMM lane and every joint gate is done or waived.", changes=(),
    rationale="Messaging holds, sellers are trained.", digest=DIGEST[::-1],
)  # fmt: skip

WAIVERS = (
    Waiver(
        lane="pmm", gate="PMM-15", title="Sales enabled", reason="The partner playbook needs the final price list.",
        compensating="Partner managers take calls together with sales until it is out.", expires="Fri 15 Jan 2027",
        asked_by="Dana Ruiz", asked_at="17 Nov", consented_by="Priya Nair", consented_at="18 Nov", state="consented",
    ),
    Waiver(
        lane="pm", gate="PM-7", title="Privacy and legal review", reason="The addendum is with the customer’s counsel.",
        compensating="No upload outside the EU before it is signed.", expires="Tue 15 Dec", asked_by="Priya Nair",
        asked_at="21 Nov", reviewer="R. Osei, Legal", reviewer_word="agreed, 21 Nov", state="asked",
    ),
)  # fmt: skip

CONDITIONS = (
    Condition(
        lane="pmm", key="C-1", text="Forrester briefed before the embargo lifts", owner="T. Lind", due="Fri 4 Dec",
        covers=("PMM-11",), accepted_by="Priya Nair", accepted_at="20 Nov", state="accepted",
    ),
)  # fmt: skip

CLAIMS = (
    Claim(
        key="CL-1", text="Twice as fast as 2.x", where="Press release, web page", owner="Dana Ruiz", state="in use",
        support="supported", proof=(Proof(key="PM-9", text="Load and performance", state="done", done=True),),
    ),
    Claim(
        key="CL-2", text="Exports any size in one click", where="Web page, sales deck", owner="Dana Ruiz", state="in use",
        support="unsupported",
        proof=(
            Proof(key="PM-21", text="Defects", state="blocked"),
            Proof(text="Export run, 40 GB", link="https://tests.example.com/export", state="accepted by Priya Nair", done=True),
        ),
    ),
    Claim(key="CL-3", text="Meets WCAG 2.2 AA", where="Web page", state="in use", support="supported",
          proof=(Proof(key="PM-10", text="Accessibility", state="done", done=True),)),
    Claim(key="CL-4", text="The only one with offline maps", where="Sales deck", state="draft"),
)  # fmt: skip

PARTIES = ("PM", "PMM", "Engineering", "Design", "QA", "Sales", "Support", "Legal", "Decider")
ACTIVITIES = (
    Activity(name="Customer research for product discovery", letters=("AR", "C", "I", "C", "", "", "", "", ""),
             input_expected="PMM shares buyer interviews", escalates_to="L. Chen"),
    Activity(name="Customer research for message and market", letters=("C", "AR", "", "", "", "I", "", "", ""),
             input_expected="PM shares user research", escalates_to="L. Chen"),
    Activity(name="Roadmap content", letters=("AR", "C", "C", "C", "", "I", "I", "", "I")),
    Activity(name="Roadmap communication", letters=("C", "AR", "I", "", "", "I", "I", "C", "I"),
             input_expected="PM confirms content"),
    Activity(name="Readiness of the product", letters=("A", "I", "R", "R", "R", "", "C", "C", "I")),
    Activity(name="Readiness of the market", letters=("I", "A", "", "", "", "R", "C", "C", "I")),
    Activity(name="Go/no-go", letters=("R", "R", "C", "", "C", "C", "C", "C", "A"), escalates_to="L. Chen"),
    Activity(name="Launch measurement", letters=("C", "R", "", "", "", "", "", "", ""), breaches=("No A: nobody is accountable",)),
)  # fmt: skip

FULL = Report(
    name="Atlas 3.0",
    tier=1,
    date="Tue 8 Dec 2026",
    time="09:00",
    zone="Europe/Berlin",
    countdown="T−16",
    go_no_go="Sat 5 Dec 2026",
    build="3.0.118",
    decider="L. Chen",
    next_checkpoint="Readiness dry run, Tue 24 Nov, 15:00",
    verdict=Verdict(
        value="not-ready", title="Not ready", rule=3,
        rule_words="a gate is open or unacknowledged, or a claim in use is unsupported, and nothing covers it",
        why=f"{OPEN_GATES} gates are open and 1 claim lacks proof; PM signed Go on 19 Nov and is stale, PMM withdrew. "
            "From 5 Dec this would be No-go.",
    ),
    reasons=REASONS,
    recorded=RecordedDecision(
        value="go", title="Go", rule=8, rule_words="nothing stands in the way", by="Priya Nair", at="19 Nov 2026, 16:20",
        present=("Priya Nair", "Dana Ruiz", "L. Chen"), next_checkpoint="Readiness dry run, 24 Nov",
        digests=(DIGEST, DIGEST[::-1]), differs=True,
        sentence="Go recorded 19 Nov; Not ready now, because PM-21 was reopened and PMM withdrew its sign-off.",
    ),
    lanes=LANES,
    sign_offs=(PM_SIGN_OFF, PMM_SIGN_OFF),
    waivers=WAIVERS,
    conditions=CONDITIONS,
    claims=CLAIMS,
    parties=PARTIES,
    activities=ACTIVITIES,
    escalations=(
        Escalation(question="Do we launch without the Forrester briefing?", by="Dana Ruiz", at="20 Nov", to="L. Chen",
                   respond_by="Wed 25 Nov"),
    ),
    tasks=tasks(),
    head=Head(hash=DIGEST, entries=214),
    generated_at=NOW,
)  # fmt: skip

BARE = Report(name="Beacon", generated_at=NOW)


def all_go() -> Report:
    """Everything done, both lanes signed, PMM by its delegate and only recorded."""
    done = tuple(
        msgspec.structs.replace(
            task, status="done", open_gate=False, why="", late="", covered="", acknowledgement=task.acknowledgement and "Acknowledged"
        )
        for task in FULL.tasks
    )  # fmt: skip
    lanes = tuple(
        msgspec.structs.replace(
            lane, gates_done=lane.gates_total, open=0, late=0,
            areas=tuple(msgspec.structs.replace(area, done=area.total) for area in lane.areas),
        )
        for lane in LANES
    )  # fmt: skip
    current = msgspec.structs.replace(PM_SIGN_OFF, state="current", state_words="", changes=())
    recorded = SignOff(
        lane="pmm", name="J. Abe", delegate_for="Dana Ruiz", at="5 Dec 2026, 10:05", position="go",
        meaning="The market is ready: every gate of the PMM lane and every joint gate is done or waived.",
        recorded_by="Priya Nair", recorded_for="J. Abe", state="current", digest=DIGEST[::-1],
    )  # fmt: skip
    return msgspec.structs.replace(
        FULL,
        countdown="T−3",
        verdict=Verdict(value="go", title="Go", rule=8, rule_words="nothing stands in the way",
                        why="Every gate is done, every claim in use is supported, and both lanes have signed Go."),
        reasons=(),
        recorded=msgspec.structs.replace(FULL.recorded, differs=False, sentence="", at="5 Dec 2026, 10:20"),
        lanes=lanes,
        sign_offs=(current, recorded),
        waivers=(),
        conditions=(),
        claims=(CLAIMS[0], CLAIMS[2]),
        escalations=(),
        tasks=done,
    )  # fmt: skip


def ruled() -> Report:
    """PM says No-go, PMM says Go with conditions, the decider ruled No-go."""
    no_go = msgspec.structs.replace(
        PM_SIGN_OFF, position="no-go", state="current", state_words="", changes=(),
        meaning="The product is not ready, and the launch must not go.", rationale="Data loss on export.",
    )  # fmt: skip
    conditional = SignOff(
        lane="pmm", name="Dana Ruiz", at="4 Dec 2026, 09:12", position="conditions", signed=True, state="current",
        meaning="The market is ready once the conditions named are met.", digest=DIGEST,
    )  # fmt: skip
    return msgspec.structs.replace(
        FULL,
        countdown="T−3",
        verdict=Verdict(value="no-go", title="No-go", rule=2, rule_words="a lane says No-go, or the standing ruling does",
                        why="L. Chen ruled No-go on 5 Dec: customers could lose data."),
        sign_offs=(no_go, conditional),
        recorded=msgspec.structs.replace(FULL.recorded, value="no-go", title="No-go", differs=False, sentence=""),
        ruling=Ruling(value="no-go", by="L. Chen", at="5 Dec 2026, 11:00", reason="Customers could lose data."),
        escalations=(msgspec.structs.replace(FULL.escalations[0], open=False, answer="Ruled No-go, 5 Dec"),),
    )  # fmt: skip


HOSTILE_TEXTS = (
    "#let x = read(\"/etc/passwd\") #eval(\"1\") $x^2$ *bold* _it_ @ref <label> // no /* no */ \\ ~ -- --- 'q' \"q\"",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &lt; &amp; </style></title> {{ 7*7 }} {% raw %}",
    "| a | b | `code` ```fence``` [x](javascript:alert(1)) ![i](http://e.x/i.png) **b** ~~s~~ \\| http://auto.link.example",
    "# heading\n- [ ] box\n1. one\n> quote\n---\n===\n+ plus\n    indented",
    "=1+1 +2 -3 @4 \u202egnp.exe \x00\x07\ud800 \ufeff \u200d",
    "W" * 300,
    "Konstantinopoulos-Papadimitriou, Aleksandra Wilhelmina " * 4,
    "https://example.com/" + "a/very/long/path-" * 15,
)


def hostile() -> Report:
    """Every text is one that means something to a writer, or is far too long."""
    count = 0

    def spoil(value: object) -> object:
        nonlocal count
        if isinstance(value, str):
            count += 1
            return HOSTILE_TEXTS[count % len(HOSTILE_TEXTS)]
        if isinstance(value, list | tuple):
            return [spoil(item) for item in value]
        if isinstance(value, dict):
            kept = ("value", "lane", "mark", "position", "support", "status") + (("state",) if _is_choice(value) else ())
            return {name: item if name in kept else spoil(item) for name, item in value.items()}
        return value

    return msgspec.convert(spoil(msgspec.to_builtins(FULL, builtin_types=(datetime,))), Report)


def _is_choice(value: dict[str, object]) -> bool:
    """Whether `state` is one of a few words here, not free text as in a launch or in a proof."""
    return "entries" not in value and "tier" not in value and "done" not in value


VARIANTS = {"full": FULL, "bare": BARE, "all-go": all_go(), "ruled": ruled()}
