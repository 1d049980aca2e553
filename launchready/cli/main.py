"""The verbs of the command line, loaded only when used, and how every error ends: one line, no traceback."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

REFUSED = 2
INTERRUPTED = 130

VERBS = {
    "new": "new:new",
    "edit": "new:edit",
    "agree": "sign_offs:agree",
    "status": "status:status",
    "tasks": "tasks:tasks",
    "task": "task:task",
    "waiver": "waiver:waiver",
    "claim": "claim:claim",
    "raci": "raci:raci",
    "person": "person:person",
    "sign": "sign_offs:sign",
    "withdraw": "sign_offs:withdraw",
    "condition": "condition:condition",
    "escalate": "escalation:escalate",
    "rule": "escalation:rule",
    "decide": "decide:decide",
    "call-off": "decide:call_off",
    "resume": "decide:resume",
    "log": "log:log",
    "undo": "log:undo",
    "redo": "log:redo",
    "check": "log:check",
    "import": "importing:import_",
    "export": "exchange:export",
    "gate": "status:gate",
    "list": "library:list_",
    "duplicate": "library:duplicate",
    "template": "template:template",
    "profile": "profile:profile",
    "demo": "demo:demo",
    "doctor": "doctor:doctor",
}


SECTIONS = {
    "Launches": ("new", "edit", "list", "duplicate", "demo"),
    "Where it stands": ("status", "tasks", "gate", "log", "check", "export"),
    "The checklist": ("task", "import", "claim", "raci", "person", "undo", "redo"),
    "The lanes' word": ("agree", "sign", "withdraw", "waiver", "condition", "escalate", "rule"),
    "The decision": ("decide", "call-off", "resume"),
    "Set-up": ("template", "profile", "doctor"),
}


class Verbs(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in VERBS:
            return None
        module, attribute = VERBS[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"launchready.cli.{module}"), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            if args[1:] and args[1] in VERBS:
                ctx.fail(f"The verb comes first: `launchready {args[1]} {args[0]}`.")
            import difflib

            close = difflib.get_close_matches(args[0], VERBS, n=1)
            ctx.fail(f"No such command '{args[0]}'." + (f" Did you mean '{close[0]}'?" if close else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader has gone, as `head` does: what was to be done is done
            from launchready.cli.context import discard_output

            discard_output()
            return 0

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, VERBS))
        for section, verbs in SECTIONS.items():
            with formatter.section(section):
                commands = ((verb, self.get_command(ctx, verb)) for verb in verbs)
                formatter.write_dl([(verb.ljust(width), cmd.get_short_help_str(200)) for verb, cmd in commands if cmd])


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from launchready import __version__

        click.echo(f"launchready {__version__}")
        ctx.exit()


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 2 refused with nothing changed. `gate` exits by the verdict: 0 Go, "
    "4 Go with conditions, 3 Hold or Not ready, 1 No-go or Scrubbed, 2 refused.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def launchready() -> None:
    """A shared launch checklist for PM and PMM, with one joint go/no-go decision.

    A launch is one file. Its name is the first argument of every verb that works on it:
    `launchready status atlas.launchready`. Try `launchready demo` for a sample. Without a verb it opens the window:
    `launchready`, or `launchready atlas.launchready`.
    """


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # one that can't show a character still gets the rest
            stream.reconfigure(errors="backslashreplace")
    try:
        result: Any = launchready.main(list(arguments) or ["--help"], prog_name="launchready", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return REFUSED
    except click.ClickException as error:
        return _refused(_message(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:
        return _failed(error)
    return result if isinstance(result, int) else 0


def _message(error: click.ClickException) -> str:
    """A usage error with where help is; a refusal as it is."""
    message = " ".join(error.format_message().split())
    if isinstance(error, click.UsageError) and error.ctx is not None:
        from launchready.cli.failures import usage

        message = usage(error, error.ctx, message)
        end = "" if message.endswith(("?", "?)")) else "."
        return f"{message.rstrip('.')}{end} See `{error.ctx.command_path} --help`."
    return message


def _refused(message: str) -> int:
    click.echo(f"launchready: {message}", err=True)
    return REFUSED


def _failed(error: Exception) -> int:
    from launchready.cli.failures import explain

    return _refused(explain(error))
