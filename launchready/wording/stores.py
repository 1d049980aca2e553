"""What a launch file can be refused for, in words: the file, the place, and what to do instead."""

from __future__ import annotations

OPENING = {
    "missing": "There is no file {file}. Check the name.",
    "not-a-file": "{file} is a {kind}, not a launch file. Name the file itself.",
    "no-permission": "You may not read {file}. Ask its owner for permission, or for a copy.",
    "cannot-read": "{file} could not be read: {reason}. Check the disk or the name and try again.",
    "too-large": "{file} has {size} bytes, more than the {limit} a launch may have. It is probably not a launch.",
    "empty": "{file} is empty, so what it held is gone. Restore it from a backup; to start anew, choose another name.",
    "no-whole-line": "{file} breaks off in its first line, so nothing in it is whole. Restore it from a backup.",
    "nul": "{at}: there is a zero byte. The file is damaged; restore it from a backup.",
    "not-utf-8": "{at}: this is not UTF-8 text. The file is damaged or not a launch; restore it or name another.",
    "not-json": "{at}: this is not JSON. The file is damaged or not a launch; restore it or name another.",
    "not-canonical": "{at}: this was changed by another program (spacing, order or a name given twice). Restore the file "
    "from a backup.",
    "too-deep": "{at}: the brackets nest too deep for a launch. Restore the file from a backup.",
    "unexpected": "{at}: this is not an entry of a launch. Use a newer Launchready if one wrote it, or name another file.",
    "out-of-sequence": "{at}: this is not the next entry; lines were lost, doubled or moved. Restore the file from a "
    "backup.",
    "log-hash": "{file}, {place}: the entry is not what its hash says; it was changed or damaged. Restore the file from a "
    "backup.",
    "log-chain": "{file}, {place}: the entry does not follow the one before it; the chain is broken. Restore the file "
    "from a backup.",
    "log-form": "{file}, {place}: the entry is not in the form that Launchready writes. Restore the file from a backup.",
    "log-newer": "{file}, {place}: this was written by a newer version of Launchready. Install it to open the launch.",
    "log-no-launch": "{file}, {place}: the log does not begin with a launch. Name another file.",
}
WRITING = {
    "exists": "{file} exists already and was left alone. Choose another name.",
    "no-folder": "There is no folder {folder} for {file}. Make it first, or choose another.",
    "cannot-create": "{file} could not be made in {folder}: {reason}. Choose a folder you may write to.",
    "read-only": "{file} can't be written ({reason}); nothing was changed. Ask its owner, or work on a copy.",
    "cannot-lock": "{file} was not changed, because {lock} could not be locked: {reason}. You need write permission for "
    "its folder too.",
    "busy": "{file} was not changed: someone else has been writing for {seconds} seconds ({lock}). Try again.",
    "full": "{file} was not changed: it would pass {limit} bytes. Go on in a duplicate.",
    "cannot-write": "{file} was not changed: {reason}. Make room or check the disk, then try again.",
    "not-taken-back": "{file}: writing failed ({reason}) and could not be undone ({then}). It is closed; open it again to "
    "see whether the change is in it.",
    "gone": "{file} is no longer there; it was moved or deleted. Put it back, or open it where it is now.",
    "replaced": "Another file now lies at {file}. Nothing was written to it; open it again.",
    "shortened": "{file} was cut from {known} to {size} bytes by another program. Nothing was written; restore it, or "
    "open it again.",
    "overwritten": "Another program changed what {file} held. Nothing was written to it; open it again.",
    "moved": "Someone else changed {file} in the meantime. Look again, then repeat the change.",
    "only-whole-part": "this is only what was whole of {file}. Save a copy to go on with it.",
    "closed": "{file} is closed. Open it again.",
}
STORES = OPENING | WRITING
