"""What a launch file can be refused for, in words: the file, the place, and what to do instead."""

from __future__ import annotations

from launchready.wording.language import QT_TR_NOOP

OPENING = {
    "missing": QT_TR_NOOP("There is no file {file}. Check the name."),
    "not-a-file": QT_TR_NOOP("{file} is a {kind}, not a launch file. Name the file itself."),
    "no-permission": QT_TR_NOOP("You may not read {file}. Ask its owner for permission, or for a copy."),
    "cannot-read": QT_TR_NOOP("{file} could not be read: {reason}. Check the disk or the name and try again."),
    "too-large": QT_TR_NOOP(
        "{file} has {size} bytes, more than the {limit} a launch may have. It is probably not a launch."
    ),
    "empty": QT_TR_NOOP(
        "{file} is empty, so what it held is gone. Restore it from a backup; to start anew, choose another name."
    ),
    "no-whole-line": QT_TR_NOOP(
        "{file} breaks off in its first line, so nothing in it is whole. Restore it from a backup."
    ),
    "nul": QT_TR_NOOP("{at}: there is a zero byte. The file is damaged; restore it from a backup."),
    "not-utf-8": QT_TR_NOOP(
        "{at}: this is not UTF-8 text. The file is damaged or not a launch; restore it or name another."
    ),
    "not-json": QT_TR_NOOP("{at}: this is not JSON. The file is damaged or not a launch; restore it or name another."),
    "not-canonical": QT_TR_NOOP(
        "{at}: this was changed by another program (spacing, order or a name given twice). Restore the file "
        "from a backup."
    ),
    "too-deep": QT_TR_NOOP("{at}: the brackets nest too deep for a launch. Restore the file from a backup."),
    "unexpected": QT_TR_NOOP(
        "{at}: this is not an entry of a launch. Use a newer Launchready if one wrote it, or name another file."
    ),
    "out-of-sequence": QT_TR_NOOP(
        "{at}: this is not the next entry; lines were lost, doubled or moved. Restore the file from a backup."
    ),
    "log-hash": QT_TR_NOOP(
        "{file}, {place}: the entry is not what its hash says; it was changed or damaged. Restore the file from a "
        "backup."
    ),
    "log-chain": QT_TR_NOOP(
        "{file}, {place}: the entry does not follow the one before it; the chain is broken. Restore the file "
        "from a backup."
    ),
    "log-form": QT_TR_NOOP(
        "{file}, {place}: the entry is not in the form that Launchready writes. Restore the file from a backup."
    ),
    "log-newer": QT_TR_NOOP(
        "{file}, {place}: this was written by a newer version of Launchready. Install it to open the launch."
    ),
    "log-no-launch": QT_TR_NOOP("{file}, {place}: the log does not begin with a launch. Name another file."),
}
WRITING = {
    "exists": QT_TR_NOOP("{file} exists already and was left alone. Choose another name."),
    "no-folder": QT_TR_NOOP("There is no folder {folder} for {file}. Make it first, or choose another."),
    "cannot-create": QT_TR_NOOP("{file} could not be made in {folder}: {reason}. Choose a folder you may write to."),
    "read-only": QT_TR_NOOP(
        "{file} can't be written ({reason}); nothing was changed. Ask its owner, or work on a copy."
    ),
    "cannot-lock": QT_TR_NOOP(
        "{file} was not changed, because {lock} could not be locked: {reason}. You need write permission for "
        "its folder too."
    ),
    "busy": QT_TR_NOOP(
        "{file} was not changed: someone else has been writing for {seconds} seconds ({lock}). Try again."
    ),
    "full": QT_TR_NOOP("{file} was not changed: it would pass {limit} bytes. Go on in a duplicate."),
    "cannot-write": QT_TR_NOOP("{file} was not changed: {reason}. Make room or check the disk, then try again."),
    "not-taken-back": QT_TR_NOOP(
        "{file}: writing failed ({reason}) and could not be undone ({then}). It is closed; open it again to "
        "see whether the change is in it."
    ),
    "gone": QT_TR_NOOP("{file} is no longer there; it was moved or deleted. Put it back, or open it where it is now."),
    "replaced": QT_TR_NOOP("Another file now lies at {file}. Nothing was written to it; open it again."),
    "shortened": QT_TR_NOOP(
        "{file} was cut from {known} to {size} bytes by another program. Nothing was written; restore it, or "
        "open it again."
    ),
    "overwritten": QT_TR_NOOP("Another program changed what {file} held. Nothing was written to it; open it again."),
    "moved": QT_TR_NOOP("Someone else changed {file} in the meantime. Look again, then repeat the change."),
    "only-whole-part": QT_TR_NOOP("this is only what was whole of {file}. Save a copy to go on with it."),
    "closed": QT_TR_NOOP("{file} is closed. Open it again."),
}
STORES = OPENING | WRITING
