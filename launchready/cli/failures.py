"""Whatever a command can run into, as one sentence."""

from __future__ import annotations

import difflib
import traceback
from pathlib import Path
from typing import Any

import click

from launchready.cli.answers import ANSWERS
from launchready.launch.refusal import Refused
from launchready.wording.problems import problem
from launchready.wording.refusals import refusal
from launchready.wording.terms import listing


def explain(error: Exception) -> str:
    """The sentence for an error. What nobody foresaw is written to the log folder, and the sentence says where."""
    try:
        return _foreseen(error) or _unforeseen(error)
    except (KeyError, IndexError):  # a code without words must not hide what happened
        return _unforeseen(error)


def usage(error: click.UsageError, context: click.Context, message: str) -> str:
    """What a usage error doesn't say by itself: all that is missing at once, and that a text may lack its quotes."""
    if isinstance(error, click.MissingParameter):
        missing = [each for each in context.command.params if each.required and each.name not in context.params]
        return message if len(missing) < 2 else f"Missing {listing([_called(each, context) for each in missing])}"
    arguments = [each for each in context.command.params if isinstance(each, click.Argument)]
    if "unexpected extra argument" in message and len(arguments) > 1:
        return f"{message.rstrip('.')}: a text with blanks needs quotes."
    return message


def _called(parameter: click.Parameter, context: click.Context) -> str:
    """A parameter as one writes it: an option by its first long name, an argument as the usage line has it."""
    return next((name for name in parameter.opts if name.startswith("--")), parameter.make_metavar(context))


def _foreseen(error: Exception) -> str:
    """The sentence for what has a code, or that the system refused; empty for anything else."""
    if isinstance(error, Refused):
        return " ".join(filter(None, (refusal(error.refusal), ANSWERS.get(error.refusal.code))))
    code, arguments = getattr(error, "code", None), getattr(error, "arguments", None)
    if isinstance(code, str) and isinstance(arguments, dict):
        return " ".join(filter(None, (problem(code, arguments, ANSWERS), _nearest(code, arguments))))
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'The output'} can't be read or written: {error.strerror}."
    return ""


def _nearest(code: str, arguments: dict[str, Any]) -> str:
    """The launch beside a missing one that is named almost like it."""
    if code != "missing":
        return ""
    path = Path(str(arguments["file"]))
    names = {found.name.casefold(): found for found in path.parent.glob("*.launchready") if found.is_file()}
    close = difflib.get_close_matches(path.name.casefold(), names, n=1, cutoff=0.8)
    return f"Did you mean {names[close[0]]}?" if close else ""


def _unforeseen(error: Exception) -> str:
    from launchready.places import log_folder

    report = log_folder() / "error.log"
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        where = f"the details are in {report}"
    except OSError:
        where = f"{type(error).__name__}, and no details could be written to {report.parent}"
    return f"Something went wrong that should not have: nothing more was changed; {where}."
