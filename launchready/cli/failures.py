"""Whatever a command can run into, as one sentence."""

from __future__ import annotations

import traceback

from launchready.cli.answers import ANSWERS
from launchready.launch.refusal import Refused
from launchready.wording.problems import problem
from launchready.wording.refusals import refusal


def explain(error: Exception) -> str:
    """The sentence for an error. What nobody foresaw is written to the log folder, and the sentence says where."""
    try:
        return _foreseen(error) or _unforeseen(error)
    except (KeyError, IndexError):  # a code without words must not hide what happened
        return _unforeseen(error)


def _foreseen(error: Exception) -> str:
    """The sentence for what has a code, or that the system refused; empty for anything else."""
    if isinstance(error, Refused):
        return " ".join(filter(None, (refusal(error.refusal), ANSWERS.get(error.refusal.code))))
    code, arguments = getattr(error, "code", None), getattr(error, "arguments", None)
    if isinstance(code, str) and isinstance(arguments, dict):
        return problem(code, arguments, ANSWERS)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'The output'} can't be read or written: {error.strerror}."
    return ""


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
