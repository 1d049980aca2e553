"""What the verbs share: the open launch, who acts, what time it is, and how things are named on the command line."""

from __future__ import annotations

import datetime as dt
import functools
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from launchready.launch.entitlement import person_for
from launchready.launch.log import Sealed
from launchready.launch.model import Author, Launch, Word
from launchready.session import Session

Verb = TypeVar("Verb", bound=Callable[..., Any])


class Run:
    """One command's surroundings: its launch, the person who acts, the clock, and whom a judgement is for."""

    def __init__(self, file: str, who: Author, now: dt.datetime | None, for_: str = "", seen: str = "") -> None:
        from launchready.cli.identity import clock, ids
        from launchready.store.file import FileStore

        self.store = FileStore.open(file)
        self.clock = clock(now)
        self.session = Session(self.store, who, self.clock, ids(now, lambda: self.session.head))
        self.for_ = for_
        self.seen = seen
        self._warn_of_torn_line()

    @property
    def launch(self) -> Launch:
        return self.session.launch

    @property
    def moment(self) -> dt.datetime:
        return self.clock()

    def _warn_of_torn_line(self) -> None:
        if self.store.torn:
            note(
                f"{self.store.name} ends in an unfinished line of {self.store.torn} bytes, from a write that never "
                "ended. Everything before it is whole; the next change keeps those bytes in a file beside it."
            )

    def word(self, launch: Launch) -> Word:
        """Whose word a judgement is: that of `--for`, recorded by who acts, else of who acts."""
        from launchready.cli.naming import judge

        now = self.moment.astimezone(dt.UTC).replace(microsecond=0)
        author = self.session.author
        person = judge(launch, self.for_ or _written(author))
        own = person_for(launch, author)
        return Word(by=person.id, at=now, recorded_by="" if own == person else author.name)

    def seen_launch(self) -> Launch:
        """The launch as its judge saw it: at `--seen`, else as it is."""
        return self.session.at(self.seen) if self.seen else self.session.launch

    def commit(self, build: Callable[[Launch], Sequence[Any]]) -> Sealed:
        return self.session.commit(build)


def _written(author: Author) -> str:
    return f"{author.name} <{author.email}>" if author.email else author.name


def note(text: str) -> None:
    """A remark that is no result: on standard error, so that `--json` stays clean."""
    click.echo(f"launchready: {text}", err=True)


def moment(_: click.Context, __: click.Parameter, value: str | None) -> dt.datetime | None:
    if value is None:
        return None
    try:
        parsed = dt.datetime.fromisoformat(value)
    except ValueError:
        parsed = None
    if parsed is None or parsed.tzinfo is None or not dt.MINYEAR < parsed.year < dt.MAXYEAR:
        raise click.BadParameter(f"“{value}” is no time with an offset; write it as 2026-12-01T09:00:00+01:00")
    return parsed


as_option = click.option("--as", "acting", metavar="NAME", help="Who acts. Else LAUNCHREADY_USER, else the profile.")
now_option = click.option(
    "--now", callback=moment, metavar="TIME", help="The time it is taken to be (ISO with offset), to repeat a run."
)
PATH = click.Path(readable=False)
"""A file or folder by name. What is wrong with it is told by who opens it, with what to do."""
file_argument = click.argument("file", type=PATH, metavar="FILE")


def json_option(*keys: str) -> Callable[[Verb], Verb]:
    """--json, which prints one object of those keys."""
    return click.option("--json", "as_json", is_flag=True, help=f"Print JSON: {', '.join(keys)}.")


def example(words: str) -> str:
    """The end of a verb's help. It is never wrapped: pasted into a shell, half of it would be run."""
    return f"\b\nExample: launchready {words}"


def options(*given: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options as one decorator; the last one stands first."""

    def decorated(verb: Any) -> Any:
        for option in given:
            verb = option(verb)
        return verb

    return decorated


def _taking(opened: Verb, *options: Callable[[Verb], Verb]) -> Verb:
    """FILE first, then what the verb itself takes, then `options`: the order that click parses and helps in."""
    held = list(getattr(opened, "__click_params__", ()))
    opened.__click_params__ = []  # type: ignore[attr-defined]
    for option in reversed(options):
        option(opened)
    opened.__click_params__ += held  # type: ignore[attr-defined]
    return file_argument(opened)


def reads_launch(verb: Verb) -> Verb:
    """A verb that only looks: FILE and --now become its `run`. Stands right under the command."""

    @functools.wraps(verb)
    def opened(file: str, now: dt.datetime | None, **rest: Any) -> Any:
        from launchready.cli.identity import UNKNOWN

        run = Run(file, UNKNOWN, now)
        try:
            return verb(run, **rest)
        finally:
            run.store.close()

    return _taking(opened, now_option)  # type: ignore[return-value]


def on_launch(verb: Verb) -> Verb:
    """A verb that changes a launch: FILE, --as and --now become its `run`. Stands right under the command."""

    @functools.wraps(verb)
    def opened(file: str, acting: str | None, now: dt.datetime | None, **rest: Any) -> Any:
        from launchready.cli.identity import author

        run = Run(file, author(acting), now, rest.pop("for_", ""), rest.pop("seen", ""))
        try:
            return verb(run, **rest)
        finally:
            run.store.close()

    return _taking(opened, as_option, now_option)  # type: ignore[return-value]


def _stated(ctx: click.Context, option: click.Parameter, value: str) -> str:
    """Refuses an option that is given but empty: it would quietly make this the word of who acts, on what is now."""
    given = ctx.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
    if given and not value.strip():
        raise click.BadParameter("it is empty; leave the option out, or say which")
    return value


def judged(verb: Verb) -> Verb:
    """A verb that gives somebody's word: adds --for and --seen, which `on_launch` above it reads."""
    seen = click.option(
        "--seen",
        default="",
        callback=_stated,
        metavar="HEAD",
        help="The head of the log that was looked at; `status` names it.",
    )
    whose = click.option(
        "--for",
        "for_",
        default="",
        callback=_stated,
        metavar="NAME",
        help="Whose word it is, when somebody else records it.",
    )
    return whose(seen(verb))


def print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def discard_output() -> None:
    """Sends what is left to print nowhere, so that ending doesn't complain about a reader who has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def done(run: Run, sealed: Sealed, before: Launch) -> None:
    """Says what an entry did, and what the verdict is now."""
    from launchready.launch.decision import decide
    from launchready.wording import history, terms

    verdict = decide(run.launch, run.moment).verdict.value
    tell(f"{history.entry(sealed.entry, before).rstrip('.')}. The verdict is {terms.VERDICTS[verdict]}.")


def tell(text: str) -> None:
    """Says what was done. Where that can't be written, it is done all the same, and no refusal."""
    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        note(f"That is done; only what to say of it can't be written: {error.strerror}.")


def apply(run: Run, build: Callable[[Launch], Sequence[Any]]) -> None:
    """Makes the changes as one entry and says what it did."""
    before = run.launch
    sealed = run.commit(build)
    done(run, sealed, before)


def waits_for(run: Run, people: Iterable[str], verb: str, keys: Sequence[str]) -> None:
    """Says whose word (by id) something waits for, and with which verb they give it."""
    import shlex

    from launchready.launch.entitlement import name
    from launchready.wording import terms

    names = terms.listing([name(run.launch, person) for person in people])
    file = shlex.quote(str(run.store.name))
    tell(
        f"{terms.listing(keys)} {'waits' if len(keys) == 1 else 'wait'} for {names}: "
        f"`launchready {verb} {file} {' '.join(keys)}`."
    )


def environment_user() -> str:
    return os.environ.get("LAUNCHREADY_USER", "").strip()
