"""The annex of the summary: everything in full, as sections of plain blocks that each format lays out in its way."""

from __future__ import annotations

from launchready.exchange.report.report import Condition, Report, SignOff, Waiver
from launchready.exchange.summary.blocks import (
    Cell,
    Column,
    Facts,
    Group,
    Section,
    Span,
    Table,
    cell,
    facts,
    labelled,
    line,
    paragraphs,
)
from launchready.exchange.summary.tasks import claims_section, gates_section, tasks_section
from launchready.exchange.summary.words import (
    CONDITION_MARKS,
    LANES,
    POSITIONS,
    VERDICT_MARKS,
    WAIVER_MARKS,
    counted,
    gates_left,
    how_signed,
    in_words,
    reason_mark,
    sentence_parts,
    sign_off_words,
)


def annex(report: Report, *, short: bool = False) -> tuple[Section, ...]:
    """All sections of a cleaned report; an empty one stays, with a line that says so.

    `short` leaves out what a launch of very many tasks has elsewhere.
    """
    return (
        _decision(report),
        _lanes(report),
        _reasons(report),
        _sign_offs(report),
        _waivers(report),
        _conditions(report),
        gates_section(report, short=short),
        claims_section(report),
        _raci(report),
        tasks_section(report, short=short),
        _head(report),
    )


def _decision(report: Report) -> Section:
    verdict = report.verdict
    rule = f"Rule {verdict.rule}" if verdict.rule else ""
    blocks = [
        facts(
            (Span(verdict.title, "strong", mark=VERDICT_MARKS[verdict.value]),),
            ("Launch", report.name),
            ("Launch date", sentence_parts(report.date, report.time, report.zone, report.countdown)),
            ("Go/no-go date", report.go_no_go),
            ("Release build", report.build),
            ("Tier", str(report.tier) if report.tier else ""),
            ("State", report.state),
            ("Decided by", sentence_parts(rule, verdict.rule_words, between=": ")),
            ("Why", verdict.why),
            ("Decider", report.decider),
            ("Next checkpoint", report.next_checkpoint),
        ),
        *_recorded(report),
        *_escalations(report),
    ]
    return Section("decision", "The decision", "", tuple(blocks))


def _lanes(report: Report) -> Section:
    columns = (Column("Lane", 40), Column("Lead", 120), Column("Gates done", 66), Column("Open", 62), Column("Areas"))
    rows = tuple(
        (
            cell(line(LANES[one.lane], "strong", lane=one.lane)),
            cell(line(one.lead or ("Both leads" if one.lane == "joint" else "")), *labelled("Delegate", one.delegate)),
            cell(line(f"{one.gates_done} of {one.gates_total}")),
            cell(line(gates_left(one)), line(f"{one.late} late" if one.late else "", "alert")),
            cell(line(", ".join(f"{area.name} {area.done} of {area.total}" for area in one.areas))),
        )
        for one in report.lanes
    )
    return Section("lanes", "Lanes", "", (Table(columns, (Group("", rows),), listed=False),) if rows else ())


def _recorded(report: Report) -> list[Facts]:
    decision = report.recorded
    if decision is None:
        return []
    rule = f"Rule {decision.rule}" if decision.rule else ""
    title = (Span(f"Recorded: {decision.title}", "strong", mark=VERDICT_MARKS[decision.value]),)
    differs = "It differs from the decision as it stands now" if decision.differs else "The decision still stands"
    return [
        facts(
            title,
            ("Recorded by", sentence_parts(decision.by, decision.at, between=", ")),
            ("Present", ", ".join(decision.present)),
            ("Decided by", sentence_parts(rule, decision.rule_words, between=": ")),
            ("Since then", sentence_parts(differs, decision.sentence, between=": ")),
            ("Next checkpoint", decision.next_checkpoint),
            ("Digests", tuple(line(digest, "mono") for digest in decision.digests)),
        )
    ]


def _escalations(report: Report) -> list[Facts]:
    blocks = [
        facts(
            (
                Span(
                    "Escalation" if one.open else "Escalation, closed", "strong", mark="waiting" if one.open else "done"
                ),
            ),
            ("Question", one.question),
            ("Asked by", sentence_parts(one.by, one.at, between=", ")),
            ("Put to", one.to),
            ("Respond by", one.respond_by),
            ("Answer", one.answer),
        )
        for one in report.escalations
    ]
    ruling = report.ruling
    if ruling is not None:
        state = "" if ruling.state == "current" else f", {ruling.state}"
        blocks.append(
            facts(
                (Span(f"Ruling: {POSITIONS[ruling.value]}{state}", "strong", mark=ruling.value),),
                ("Ruled by", sentence_parts(ruling.by, ruling.at, between=", ")),
                ("Reason", ruling.reason),
                ("Accepts", tuple(line(reason) for reason in ruling.accepts)),
            )
        )
    return blocks


def _reasons(report: Report) -> Section:
    rows = tuple(
        (
            cell(line(str(one.rule) if one.rule else "")),
            cell(line(one.key, "muted")),
            cell(
                line(one.text, "strong", mark=reason_mark(one)),
                line(one.detail, "muted"),
            ),
            cell(line(LANES[one.lane], "strong", lane=one.lane) if one.lane else (), line(one.kind, "muted")),
            cell(line(one.owner)),
            cell(line(one.due), line(one.late, "alert")),
        )
        for one in report.reasons
    )
    columns = (
        Column("Rule", 30, named=True),
        Column("Key", 50),
        Column("Reason"),
        Column("Lane", 58),
        Column("Owner", 80),
        Column("Due", 72),
    )
    note = f"{counted(len(rows), 'reason')}, most pressing first." if rows else "Nothing stands in the way."
    return Section("reasons", "Reasons", note, (Table(columns, (Group("", rows),)),) if rows else ())


def _sign_offs(report: Report) -> Section:
    note = "" if report.sign_offs else "Nobody has signed."
    return Section("sign-offs", "Sign-offs", note, tuple(_sign_off(one) for one in report.sign_offs))


def _sign_off(one: SignOff) -> Facts:
    mark, words = sign_off_words(one)
    title = (Span(LANES[one.lane], "strong", lane=one.lane), Span("  "), Span(words, "strong", mark=mark))
    changes = tuple(line(change) for change in one.changes)
    return facts(
        title,
        ("Name", one.name if one.state != "missing" else ""),
        ("How", sentence_parts(how_signed(one), one.at, between=", ")),
        ("Meaning", one.meaning),
        ("Rationale", one.rationale),
        ("State", one.state_words or one.state.capitalize()),
        ("Changed since", changes),
        ("Digest", cell(line(one.digest, "mono"))),
    )


def _waivers(report: Report) -> Section:
    columns = (
        Column("Key", 50),
        Column("Gate"),
        Column("Who", 140),
        Column("Expires", 72, named=True),
        Column("State", 74),
    )
    rows = tuple(_waiver(one) for one in report.waivers)
    note = "" if rows else "No gate is waived."
    return Section("waivers", "Waivers", note, (Table(columns, (Group("", rows),)),) if rows else ())


def _waiver(one: Waiver) -> tuple[Cell, ...]:
    word = sentence_parts(one.reviewer, one.reviewer_word, between=": ")
    return (
        cell(line(one.gate, "muted"), line(LANES[one.lane], "strong", lane=one.lane)),
        cell(
            line(one.title, "strong"),
            *labelled("Reason", one.reason),
            *labelled("Compensating action", one.compensating),
        ),
        cell(
            *labelled("Asked by", sentence_parts(one.asked_by, one.asked_at, between=", ")),
            *labelled("Consented by", sentence_parts(one.consented_by, one.consented_at, between=", ")),
            *labelled("Reviewer", word),
        ),
        cell(line(one.expires)),
        cell(
            line(one.state, mark=WAIVER_MARKS[one.state]),
            line("self-accepted" if one.self_accepted else "", "alert"),
        ),
    )


def _conditions(report: Report) -> Section:
    columns = (
        Column("Key", 50),
        Column("Condition"),
        Column("Accepted by", 90, named=True),
        Column("Owner", 84),
        Column("Due", 72),
        Column("State", 74),
    )
    rows = tuple(_condition(one) for one in report.conditions)
    note = "" if rows else "There are no conditions."
    return Section("conditions", "Conditions", note, (Table(columns, (Group("", rows),)),) if rows else ())


def _condition(one: Condition) -> tuple[Cell, ...]:
    return (
        cell(line(one.key, "muted"), line(LANES[one.lane], "strong", lane=one.lane)),
        cell(
            line(one.text, "strong"),
            *labelled("Covers", ", ".join(one.covers)),
        ),
        cell(line(sentence_parts(one.accepted_by, one.accepted_at, between=", "))),
        cell(line(one.owner)),
        cell(line(one.due), line(one.late, "alert")),
        cell(
            line(one.state, mark=CONDITION_MARKS[one.state]),
            line("self-accepted" if one.self_accepted else "", "alert"),
        ),
    )


def _raci(report: Report) -> Section:
    if not report.activities:
        return Section("responsibilities", "Responsibilities", "No responsibilities are set down.")
    columns = (Column("Activity"), *(Column(party, 0, "center") for party in report.parties))
    rows = []
    for one in report.activities:
        letters = (*one.letters, *("",) * len(report.parties))[: len(report.parties)]
        name = cell(
            line(one.name, "strong"),
            *labelled("Input expected", one.input_expected),
            *labelled("Escalates to", one.escalates_to),
            *(line(breach, "alert", mark="no-go") for breach in one.breaches),
        )
        rows.append((name, *(cell(line(letter, "strong" if "A" in letter else "plain")) for letter in letters)))
    note = "R responsible, A accountable, C consulted, I informed. Each activity has exactly one A and at least one R."
    return Section(
        "responsibilities", "Responsibilities", note, (Table(columns, (Group("", tuple(rows)),), listed=False),)
    )


def _head(report: Report) -> Section:
    entries = counted(report.head.entries, "entry").replace("entrys", "entries")
    block = facts(
        line("The log", "strong"),
        ("Entries", entries),
        ("Hash of the last", cell(line(report.head.hash, "mono"))),
        ("Generated", paragraphs(in_words(report.generated_at))),
    )
    note = "This summary shows the launch as its log stood at this entry."
    return Section("head", "Head of the log", note, (block,))
