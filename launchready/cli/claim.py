"""`claim`: what marketing will say, and what proves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from launchready.cli.completing import claim_keys, task_keys
from launchready.cli.context import Run, apply, example, json_option, judged, on_launch, print_json, reads_launch
from launchready.cli.naming import Unclear, labelled, split_keys, tasks
from launchready.cli.naming import claim as claim_of
from launchready.cli.tables import print_table
from launchready.cli.task_parts import described_evidence, evidence_options
from launchready.launch.changes import (
    ClaimEvidenceAccepted,
    ClaimEvidenceAdded,
    ClaimEvidenceRemoved,
    ClaimStateChanged,
)
from launchready.launch.drafting import Draft
from launchready.launch.model import Claim, ClaimEvidence, ClaimState, Launch
from launchready.launch.readiness import support
from launchready.wording import terms

keys_argument = click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=claim_keys)


@click.group()
def claim() -> None:
    """Word, prove, use and withdraw claims."""


def _on_each(run: Run, keys: tuple[str, ...], edit: Callable[[Draft, Claim], None]) -> None:
    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        for key in dict.fromkeys(keys):
            edit(draft, claim_of(draft.launch, key))
        return draft.changes

    apply(run, build)


@claim.command("list", epilog=example("claim list atlas.launchready"))
@reads_launch
@json_option("claims")
def list_(run: Run, as_json: bool) -> None:
    """List the claims and whether they are supported."""
    launch = run.launch
    rows = sorted(launch.claims.values(), key=lambda item: item.position)
    if as_json:
        print_json({"claims": [_facts(launch, item) for item in rows]})
    elif not rows:
        click.echo("No claims yet: add one with `launchready claim add`.")
    else:
        cells = [_facts(launch, item) for item in rows]
        print_table(
            ("Key", "Claim", "Where", "State", "Support", "Proof"),
            [
                (
                    c["key"],
                    c["text"],
                    c["where"] or "",
                    terms.CLAIM_STATES[c["state"]],
                    c["support"].replace("-", " "),
                    ", ".join(c["proof"]),
                )
                for c in cells
            ],
        )


def _facts(launch: Launch, item: Claim) -> dict[str, Any]:
    proof = [launch.tasks[task].key if task in launch.tasks else "removed" for task in item.proof]
    evidence = [
        f"“{held.evidence.label}” ({'accepted' if held.accepted else 'not accepted'})" for held in item.evidence
    ]
    return {
        "key": item.key,
        "text": item.text,
        "where": item.where or None,
        "state": item.state.value,
        "support": support(launch, item).value,
        "proof": proof + evidence,
    }


@claim.command(epilog=example("claim add atlas.launchready 'Exports any size in one click' --proof PM-14,PM-22 --use"))
@on_launch
@click.argument("text")
@click.option("--where", default="", help="Where it is used.")
@click.option("--proof", default="", metavar="KEYS", help="PM tasks that prove it, as PM-1,PM-2.")
@click.option("--use", "in_use", is_flag=True, help="Put it in use at once.")
def add(run: Run, text: str, where: str, proof: str, in_use: bool) -> None:
    """Add a claim, as a draft unless --use."""

    def build(launch: Launch) -> list[Any]:
        draft = Draft(launch, run.session.new_id)
        state = ClaimState.IN_USE if in_use else ClaimState.DRAFT
        ids = tuple(task.id for task in tasks(launch, split_keys(proof)))
        draft.claim(text, where=where, state=state, proof=ids)
        return draft.changes

    apply(run, build)


@claim.command(epilog=example("claim edit atlas.launchready C-1 --text 'Exports up to 10 GB in one click'"))
@on_launch
@click.argument("key", shell_complete=claim_keys)
@click.option("--text", help="Its wording.")
@click.option("--where", help="Where it is used.")
def edit(run: Run, key: str, **given: Any) -> None:
    """Reword a claim, or say where it is used."""
    fields = {name: value for name, value in given.items() if value is not None}
    if not fields:
        raise Unclear("Nothing to change: give --text or --where.")
    _on_each(run, (key,), lambda draft, held: draft.edit_claim(held, **fields))


@claim.command(epilog=example("claim use atlas.launchready C-1"))
@on_launch
@keys_argument
def use(run: Run, keys: tuple[str, ...]) -> None:
    """Put claims in use."""
    _move(run, keys, ClaimState.IN_USE)


@claim.command(epilog=example("claim withdraw atlas.launchready C-1"))
@on_launch
@keys_argument
@click.option("--draft", "to_draft", is_flag=True, help="Back to draft instead.")
def withdraw(run: Run, keys: tuple[str, ...], to_draft: bool) -> None:
    """Withdraw claims."""
    _move(run, keys, ClaimState.DRAFT if to_draft else ClaimState.WITHDRAWN)


def _move(run: Run, keys: tuple[str, ...], to: ClaimState) -> None:
    _on_each(run, keys, lambda draft, held: draft.make(ClaimStateChanged(claim=held.id, to=to, was=held.state)))


@claim.command(epilog=example("claim prove atlas.launchready C-1 PM-14 PM-22"))
@on_launch
@click.argument("key", shell_complete=claim_keys)
@click.argument("proof", nargs=-1, metavar="[TASK...]", shell_complete=task_keys)
@click.option("--remove", metavar="KEYS", default="", help="Tasks that no longer prove it.")
@click.option("--evidence", "label", metavar="LABEL", help="Evidence that is no task; counts once the PM accepts it.")
@click.option("--remove-evidence", metavar="LABEL", help="Evidence that no longer proves it.")
@evidence_options
def prove(
    run: Run,
    key: str,
    proof: tuple[str, ...],
    remove: str,
    label: str | None,
    remove_evidence: str | None,
    **given: Any,
) -> None:
    """Name what proves a claim: PM tasks, or evidence."""
    if not (proof or remove or label or remove_evidence):
        raise Unclear("Name the proof: keys of PM tasks, or --evidence LABEL.")

    def change(draft: Draft, held: Claim) -> None:
        gone = {task.id for task in tasks(draft.launch, split_keys(remove))}
        added = [task.id for task in tasks(draft.launch, proof)]
        kept = tuple(dict.fromkeys([*(task for task in held.proof if task not in gone), *added]))
        draft.edit_claim(held, proof=kept)
        if label:
            item = ClaimEvidence(evidence=described_evidence(label, given, run.session.new_id()))
            draft.make(ClaimEvidenceAdded(claim=held.id, item=item, index=len(held.evidence)))
        if remove_evidence:
            at = _labelled(held, remove_evidence)
            draft.make(ClaimEvidenceRemoved(claim=held.id, was=held.evidence[at], index=at))

    _on_each(run, (key,), change)


def _labelled(held: Claim, label: str) -> int:
    return labelled(held.key, [item.evidence for item in held.evidence], label)


@claim.command(epilog=example("claim accept atlas.launchready C-1"))
@on_launch
@click.argument("key", shell_complete=claim_keys)
@click.option("--evidence", "label", metavar="LABEL", help="Which evidence; else all that waits.")
@judged
def accept(run: Run, key: str, label: str | None) -> None:
    """The PM lead accepts evidence as proof."""
    seen = run.seen_launch()

    def change(draft: Draft, held: Claim) -> None:
        looked_at = claim_of(seen, key)
        given = looked_at.evidence
        waiting = [given[_labelled(looked_at, label)]] if label else [each for each in given if each.accepted is None]
        if not waiting:
            raise Unclear(f"{held.key} has no evidence that waits to be accepted.")
        for item in waiting:
            word = run.word(draft.launch)
            draft.make(ClaimEvidenceAccepted(claim=held.id, evidence=item.evidence, word=word))

    _on_each(run, (key,), change)
