"""What to do about a problem where the answer is an option or a verb of the command line."""

from __future__ import annotations

ANSWERS = {
    "missing": "To make a launch, say `launchready new`.",
    "template.missing": "`launchready template list` names the templates.",
    "profile.damaged": "Set your profile again with `launchready profile --name`, or remove the file.",
    "profile.name-missing": "Give it with --name.",
    "import-not-utf8": "Save it as UTF-8, or name its encoding, such as --encoding cp1252.",
    "import-no-checklist": "Or have plain items and tables read as tasks with --include-plain.",
    "import-no-rows": "Name the right column with --map 'Column=title'.",
    "import-no-title-column": "Name the right one with --map 'Column=title', or by its letter, 'A=title'.",
    "import-columns-by-shape": "Say otherwise with --map, such as --map 'B=owner'.",
    "import-hidden-rows": "--skip-hidden leaves them out.",
    "import-hidden-sheets-left": "--sheet NAME reads one.",
    "table-boxes-left-out": "--include-plain reads them as tasks.",
    "import-map-unclear": "Write it as --map 'Column=field', such as --map 'Who=owner'.",
    "import-unknown-lane": "Write it as --area-lane 'Area=lane'.",
    "import-unknown-status": "Write it as --status 'word=status'.",
    "import-status-unclear": "Say what it means, such as --status '{said}=in-progress'; allowed: {allowed}.",
    "import-lane-unclear": "Say which it means, such as --area-lane '{said}=pmm'; allowed: {allowed}.",
    "import-wrong-product": "Leave --format out to have it read as that.",
    "import-cell-error": "That is --map '{column}=ignore'.",
    "import-formula-without-value": "Or leave the column out with --map '{column}=ignore'.",
    "import-launch-file": "Give it the ending .launchready to import from it.",
    "import-dates-ambiguous": "Say --dates day-first or --dates month-first.",
    "import-parents-are-tasks": "They become areas with --parents-as-areas.",
    "fenced-boxes-left-out": "--include-fenced reads them.",
    "entry-unknown": "`launchready log` shows them.",
}
