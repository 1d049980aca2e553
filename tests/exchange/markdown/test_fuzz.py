"""No input makes the Markdown importer raise anything but its refusal, and whatever it reads is whole."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from launchready.exchange.checklist import ImportRefused
from launchready.exchange.markdown.tasks import read, read_markdown

PIECES = st.sampled_from(
    [
        *("- ", "* ", "1. ", "[ ] ", "[x]", " ", "  ", "    ", "\t", "\n", "\n\n", "> ", "# ", "---\n", "title: x\n"),
        *(
            "|",
            "\n|-|-|\n",
            "```",
            "\n```\n",
            "~~~",
            "<!--",
            "-->",
            "<details>",
            "<summary>",
            "</details>\n",
            "\n<div>\n",
        ),
        *("@ana", " - @b", "(owner: x)", "Owner: ", "T-14", "T+1h", "01/06/23", "2024-05-01", "due ", "Due: "),
        *("(", ")", "[", "](", "https://e.org", "`", "**", "_", "~~", "\\", "&#x20;", "&", "<a>", "![", ":"),
        *("\N{BALLOT BOX}", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\x1b", "\x0b", "\N{LINE SEPARATOR}"),
        *("\N{ARABIC-INDIC DIGIT TWO}", "\N{SUPERSCRIPT TWO}", "\N{ROCKET}", "a", "Z"),
    ]
)
QUIET = settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))


@QUIET
@given(st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join), st.booleans())
def test_markdown_like_text(text: str, include_fenced: bool) -> None:
    try:
        checklist = read_markdown(text, name="plan.md", include_fenced=include_fenced)
    except ImportRefused as refusal:
        assert refusal.arguments["file"] == "plan.md"  # noqa: PT017 - most inputs are refused, none must be
        return
    assert checklist.tasks
    assert checklist.title
    assert all(task.title.strip() and len(task.title.splitlines()) == 1 for task in checklist.tasks)
    assert checklist.counts.tasks >= checklist.counts.done


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytes") / "plan.md"


@QUIET
@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_bytes(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        assert read(path).tasks
    except ImportRefused as refusal:
        assert refusal.arguments["file"] == str(path)  # noqa: PT017 - as above
