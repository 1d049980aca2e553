"""`profile`: who you are, asked once."""

from __future__ import annotations

import click

from launchready.cli.context import example, json_option, print_json, tell
from launchready.launch.drafting import parse_author


@click.command(epilog=example("profile --name 'Dana Ruiz' --email dana@example.com"))
@click.option("--name", help="Your name, as the launches have it; an e-mail may follow in <>.")
@click.option("--email", help="Your e-mail.")
@json_option("name", "email")
def profile(name: str | None, email: str | None, as_json: bool) -> None:
    """Show who you are here, or set it with --name and --email."""
    from launchready.identity.profile import Profile, ProfileRefused, load, save

    if name is None and email is None:
        known = load()
    else:
        given = parse_author(name or "")
        try:
            before = load()
        except ProfileRefused as refused:
            if refused.code != "profile.damaged" or not given.name:
                raise
            before = None
        kept = before.email if before else ""
        known = Profile(
            given.name or (before.name if before else ""), email if email is not None else given.email or kept
        )
        save(known)
    if as_json:
        print_json({"name": known.name if known else None, "email": (known.email or None) if known else None})
    elif known is None:
        click.echo("No profile yet: set one with `launchready profile --name 'Dana Ruiz' --email dana@example.com`.")
    else:
        say = click.echo if name is None and email is None else tell
        say(f"You are {known.name}" + (f" <{known.email}>." if known.email else "."))
