"""The user's own name and e-mail, kept in the config folder so that they need not be given each time."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import msgspec

from launchready import places


class Profile(msgspec.Struct, frozen=True):
    """Who the user says they are; the e-mail may be empty."""

    name: str
    email: str


class ProfileRefused(Exception):  # noqa: N818 - a refusal, in the product's word
    """A profile that can't be read or kept: a code and its arguments, worded elsewhere; `file` is always there."""

    def __init__(self, code: str, **arguments: str | int) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


def load() -> Profile | None:
    """The saved profile, or None where none was saved; refused where it is damaged (`ProfileRefused`)."""
    import tomllib

    path = _path()
    try:
        values = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ProfileRefused("profile.unreadable", file=str(path), reason=error.strerror or str(error)) from None
    except (ValueError, RecursionError):  # neither UTF-8 nor TOML
        raise ProfileRefused("profile.damaged", file=str(path)) from None
    name, email = values.get("name"), values.get("email", "")
    if not (isinstance(name, str) and name.strip() and isinstance(email, str)):
        raise ProfileRefused("profile.damaged", file=str(path))
    return Profile(name.strip(), email.strip())


def save(profile: Profile) -> None:
    """Keep the profile, whole or not at all; a file that is a link stays one."""
    path = _path()
    profile = Profile(profile.name.strip(), profile.email.strip())
    if not profile.name:
        raise ProfileRefused("profile.name-missing", file=str(path))
    try:
        content = f"name = {_quoted(profile.name)}\nemail = {_quoted(profile.email)}\n".encode()
    except UnicodeEncodeError:  # half a character, as from an argument in another encoding
        raise ProfileRefused("profile.not-text", file=str(path)) from None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise ProfileRefused("profile.unwritable", file=str(path), reason=error.strerror or str(error)) from None


def _path() -> Path:
    return places.config_folder() / "profile.toml"


def _replace(path: Path, content: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=".profile-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _quoted(text: str) -> str:
    """The text as a TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\u{ord(c):04X}" if c < " " or c == "\x7f" else c for c in escaped) + '"'
