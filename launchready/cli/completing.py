"""What the shell offers: for a key those of the launch that the line names, with their titles; names of templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import click
from click.shell_completion import CompletionItem

from launchready.launch.model import Launch
from launchready.launch.schedule import in_order

Known = Callable[[Launch], Iterator[tuple[str, str]]]
Completion = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _keys(known: Known) -> Completion:
    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from launchready.cli.library import read_launch

        try:
            # an option that waits for its value leaves the arguments unread
            launch = read_launch(str(ctx.params.get("file") or next(iter(ctx.args), "")))
        except Exception:  # a shell that completes has no place for an error
            return []
        begun = incomplete.upper()
        return [CompletionItem(key, help=title) for key, title in known(launch) if key.startswith(begun)]

    return complete


def _tasks(launch: Launch) -> Iterator[tuple[str, str]]:
    return ((item.key, item.title) for item in in_order(launch))


def _claims(launch: Launch) -> Iterator[tuple[str, str]]:
    return ((item.key, item.text) for item in sorted(launch.claims.values(), key=lambda item: item.position))


def _conditions(launch: Launch) -> Iterator[tuple[str, str]]:
    return ((item.key, item.text) for item in sorted(launch.conditions.values(), key=lambda item: item.position))


def _activities(launch: Launch) -> Iterator[tuple[str, str]]:
    return ((item.key, item.title) for item in sorted(launch.activities.values(), key=lambda item: item.position))


def templates(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of templates, or files where none begins so."""
    from launchready.templates import available

    try:
        names = [known.name for known in available() if known.name.startswith(incomplete)]
    except OSError:
        names = []
    return [CompletionItem(name) for name in names] or [CompletionItem(incomplete, type="file")]


task_keys, claim_keys, condition_keys, activity_keys = map(_keys, (_tasks, _claims, _conditions, _activities))
