"""Who acts, what time it is, and new ids: what the session is handed."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections.abc import Callable

import click

from launchready.launch.drafting import parse_author
from launchready.launch.model import Author

UNKNOWN = Author("somebody")


def author(acting: str | None) -> Author:
    """`--as`, else LAUNCHREADY_USER, else the profile, else the name one is logged in with."""
    from launchready.cli.context import environment_user

    named = acting if acting is not None else environment_user()
    if named or acting is not None:
        parsed = parse_author(named)
        if not parsed.name and not parsed.email:
            raise click.UsageError("The name of who acts is empty: give one with --as.")
        return parsed
    from launchready.identity import profile

    known = profile.load()
    if known is not None:
        return Author(known.name, known.email)
    import getpass

    try:
        return Author(getpass.getuser())
    except (OSError, KeyError):
        return UNKNOWN


def clock(now: dt.datetime | None) -> Callable[[], dt.datetime]:
    """The system's clock, or one that stands still at `now`."""
    return (lambda: now) if now is not None else (lambda: dt.datetime.now(dt.UTC))


def ids(now: dt.datetime | None, head: Callable[[], str]) -> Callable[[], str]:
    """Random ids; where the time is given, ids that the same run on the same log gives again."""
    if now is None:
        import secrets

        return lambda: secrets.token_hex(8)
    numbers = itertools.count()
    return lambda: hashlib.sha256(repr((now.isoformat(), head(), next(numbers))).encode()).hexdigest()[:16]
