"""Reports to draw the summary from: a launch in the middle of things, and the edges (bare, all Go, ruled, hostile)."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from launchready.exchange.export import Export
from launchready.exchange.report.report import (
    Escalation,
    Head,
    Lane,
    RecordedDecision,
    Report,
    Ruling,
    SignOff,
    Task,
    Verdict,
)
from launchready.launch.model import Launch
from tests.exchange.sample_parts import (
    ACTIVITIES,
    CLAIMS,
    CONDITIONS,
    DIGEST,
    LANES,
    OPEN_GATES,
    PARTIES,
    PM_SIGN_OFF,
    PMM_SIGN_OFF,
    REASONS,
    WAIVERS,
)
from tests.exchange.sample_tasks import tasks

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
RECORDED = RecordedDecision(
    value="go",
    title="Go",
    rule=8,
    rule_words="nothing stands in the way",
    by="Priya Nair",
    at="19 Nov 2026, 16:20",
    present=("Priya Nair", "Dana Ruiz", "L. Chen"),
    next_checkpoint="Readiness dry run, 24 Nov",
    digests=(DIGEST, DIGEST[::-1]),
    differs=True,
    sentence="Go recorded 19 Nov; Not ready now, because PM-21 was reopened and PMM withdrew its sign-off.",
)

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
        value="not-ready",
        title="Not ready",
        rule=3,
        rule_words="a gate is open or unacknowledged, or a claim in use is unsupported, and nothing covers it",
        why=f"{OPEN_GATES} gates are open and 1 claim lacks proof; PM signed Go on 19 Nov and is stale, PMM withdrew. "
        "From 5 Dec this would be No-go.",
    ),
    reasons=REASONS,
    recorded=RECORDED,
    lanes=LANES,
    sign_offs=(PM_SIGN_OFF, PMM_SIGN_OFF),
    waivers=WAIVERS,
    conditions=CONDITIONS,
    claims=CLAIMS,
    parties=PARTIES,
    activities=ACTIVITIES,
    escalations=(
        Escalation(
            question="Do we launch without the Forrester briefing?",
            by="Dana Ruiz",
            at="20 Nov",
            to="L. Chen",
            respond_by="Wed 25 Nov",
        ),
    ),
    tasks=tasks(),
    head=Head(hash=DIGEST, entries=214),
    generated_at=NOW,
)

BARE = Report(name="Beacon", generated_at=NOW)


def _all_tasks_done() -> tuple[Task, ...]:
    return tuple(
        msgspec.structs.replace(
            task,
            status="done",
            open_gate=False,
            why="",
            late="",
            covered="",
            acknowledgement=task.acknowledgement and "Acknowledged",
        )
        for task in FULL.tasks
    )


def _all_gates_done() -> tuple[Lane, ...]:
    return tuple(
        msgspec.structs.replace(
            lane,
            gates_done=lane.gates_total,
            open=0,
            late=0,
            areas=tuple(msgspec.structs.replace(area, done=area.total) for area in lane.areas),
        )
        for lane in LANES
    )


def all_go() -> Report:
    """Everything done, both lanes signed, PMM by its delegate and only recorded."""
    current = msgspec.structs.replace(PM_SIGN_OFF, state="current", state_words="", changes=())
    recorded = SignOff(
        lane="pmm",
        name="J. Abe",
        delegate_for="Dana Ruiz",
        at="5 Dec 2026, 10:05",
        position="go",
        meaning="The market is ready: every gate of the PMM lane and every joint gate is done or waived.",
        recorded_by="Priya Nair",
        recorded_for="J. Abe",
        state="current",
        digest=DIGEST[::-1],
    )
    return msgspec.structs.replace(
        FULL,
        countdown="T−3",
        verdict=Verdict(
            value="go",
            title="Go",
            rule=8,
            rule_words="nothing stands in the way",
            why="Every gate is done, every claim in use is supported, and both lanes have signed Go.",
        ),
        reasons=(),
        recorded=msgspec.structs.replace(RECORDED, differs=False, sentence="", at="5 Dec 2026, 10:20"),
        lanes=_all_gates_done(),
        sign_offs=(current, recorded),
        waivers=(),
        conditions=(),
        claims=(CLAIMS[0], CLAIMS[2]),
        escalations=(),
        tasks=_all_tasks_done(),
    )


def ruled() -> Report:
    """PM says No-go, PMM says Go with conditions, the decider ruled No-go."""
    no_go = msgspec.structs.replace(
        PM_SIGN_OFF,
        position="no-go",
        state="current",
        state_words="",
        changes=(),
        meaning="The product is not ready, and the launch must not go.",
        rationale="Data loss on export.",
    )
    conditional = SignOff(
        lane="pmm",
        name="Dana Ruiz",
        at="4 Dec 2026, 09:12",
        position="conditions",
        signed=True,
        state="current",
        meaning="The market is ready once the conditions named are met.",
        digest=DIGEST,
    )
    return msgspec.structs.replace(
        FULL,
        countdown="T−3",
        verdict=Verdict(
            value="no-go",
            title="No-go",
            rule=2,
            rule_words="a lane says No-go, or the standing ruling does",
            why="L. Chen ruled No-go on 5 Dec: customers could lose data.",
        ),
        sign_offs=(no_go, conditional),
        recorded=msgspec.structs.replace(RECORDED, value="no-go", title="No-go", differs=False, sentence=""),
        ruling=Ruling(value="no-go", by="L. Chen", at="5 Dec 2026, 11:00", reason="Customers could lose data."),
        escalations=(msgspec.structs.replace(FULL.escalations[0], open=False, answer="Ruled No-go, 5 Dec"),),
    )


HOSTILE_TEXTS = (
    '#let x = read("/etc/passwd") #eval("1") $x^2$ *bold* _it_ @ref <label> // no /* no */ \\ ~ -- --- \'q\' "q"',
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
            kept = ("value", "lane", "mark", "position", "support", "status") + (
                ("state",) if _is_choice(value) else ()
            )
            return {name: item if name in kept else spoil(item) for name, item in value.items()}
        return value

    return msgspec.convert(spoil(msgspec.to_builtins(FULL, builtin_types=(datetime,))), Report)


def _is_choice(value: dict[str, object]) -> bool:
    """Whether `state` is one of a few words here, not free text as in a launch or in a proof."""
    return "entries" not in value and "tier" not in value and "done" not in value


VARIANTS = {"full": FULL, "bare": BARE, "all-go": all_go(), "ruled": ruled()}


def exported(report: Report) -> Export:
    """What a writer that needs no more than the words is given."""
    return Export(launch=Launch(), report=report)
