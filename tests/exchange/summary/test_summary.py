"""The readiness summary in its three formats. `LAUNCHREADY_RENEW_GOLDEN=1 pytest …` writes the golden files anew."""

from __future__ import annotations

import html.parser
import os
import re
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from launchready.exchange.chat.message import message
from launchready.exchange.export import export_of
from launchready.exchange.report.report import AreaCount, Evidence, Report
from launchready.exchange.summary import html as summary_html
from launchready.exchange.summary import markdown as summary_markdown
from launchready.exchange.summary import pdf as summary_pdf
from launchready.exchange.summary.front import front, typeset
from launchready.exchange.summary.markdown_tasks import escaped
from launchready.exchange.summary.tasks import gates_section
from launchready.exchange.summary.words import clipped, safe_link
from launchready.launch.model import Task
from launchready.places import resources
from tests.exchange import sample_exports as samples
from tests.exchange.sample_filled import filled
from tests.exchange.sample_report import BARE, FULL, NOW, VARIANTS, exported, hostile

GOLDEN = Path(__file__).parents[1] / "golden"
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")


def _compare(name: str, made: bytes) -> None:
    path = GOLDEN / name
    if os.environ.get("LAUNCHREADY_RENEW_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(made)
    assert made.decode() == path.read_text(encoding="utf-8"), f"{name} differs; see the head of this file"


def _poppler(tool: str, pdf: bytes, tmp_path: Path, *options: str) -> str:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf)
    target = [] if tool == "pdfinfo" else ["-"]
    done = subprocess.run([tool, *options, str(path), *target], capture_output=True, check=True)
    return done.stdout.decode()


def _pages(pdf: bytes, tmp_path: Path) -> list[str]:
    return _poppler("pdftotext", pdf, tmp_path, "-raw").split("\f")[:-1]


@pytest.mark.parametrize("name", VARIANTS)
def test_markdown_is_the_golden_one(name: str) -> None:
    _compare(f"{name}.md", summary_markdown.write(exported(VARIANTS[name])))


@needs_poppler
def test_no_line_of_page_one_ends_within_a_day(tmp_path: Path) -> None:
    """Where machines read it, or it is copied, a day keeps its plain spaces."""
    page = _pages(summary_pdf.write(exported(FULL)), tmp_path)[0]
    assert "for Dana Ruiz,\n19 Nov 2026" in page
    assert typeset(FULL).facts[0][1] == "Tue 8\u00a0Dec\u00a02026"
    assert "8\u00a0Dec\u00a02026" in summary_html.write(exported(FULL)).decode()
    assert "8 Dec 2026" in summary_markdown.write(exported(FULL)).decode()
    assert "8 Dec 2026" in message(FULL).when


@pytest.mark.parametrize("name", ["full", "bare"])
def test_html_is_the_golden_one(name: str) -> None:
    _compare(f"{name}.html", summary_html.write(exported(VARIANTS[name])))


@needs_poppler
@pytest.mark.parametrize("name", VARIANTS)
def test_pdf_says_the_golden_words(name: str, tmp_path: Path) -> None:
    text = "\n\n".join(_pages(summary_pdf.write(exported(VARIANTS[name])), tmp_path))
    _compare(f"{name}.txt", text.encode())


def test_pdf_has_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from tests.exchange.sample_report import FULL, exported; "
        "from launchready.exchange.summary import pdf; "
        "sys.stdout.buffer.write(pdf.write(exported(FULL)))"
    )
    root = Path(__file__).parents[3]
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=root).stdout
    assert other == summary_pdf.write(exported(FULL))


@needs_poppler
def test_pdf_is_tagged_and_dated_by_the_report(tmp_path: Path) -> None:
    info = _poppler("pdfinfo", summary_pdf.write(exported(FULL)), tmp_path, "-isodates")
    assert re.search(r"Tagged:\s+yes", info)
    assert re.search(r"Title:\s+Atlas 3.0: readiness summary", info)
    assert re.search(r"CreationDate:\s+2026-11-22T14:30:00", info)


MANY = msgspec.structs.replace(FULL, name="Atlas 3.0 for regulated industries " * 3, reasons=FULL.reasons * 6)


@needs_poppler
@pytest.mark.parametrize("report", [*VARIANTS.values(), MANY, hostile()], ids=[*VARIANTS, "many", "hostile"])
def test_page_one_is_one_page(report: Report, tmp_path: Path) -> None:
    pages = _pages(summary_pdf.write(exported(report)), tmp_path)
    assert "Joint decision" in pages[0]
    assert "Next checkpoint" in pages[0]
    assert "Annex" in pages[1].split("The decision")[0]
    assert f"Page 1 of {len(pages)}" in pages[0]


@needs_poppler
def test_reasons_that_do_not_fit_are_counted(tmp_path: Path) -> None:
    first = _pages(summary_pdf.write(exported(MANY)), tmp_path)[0]
    found = re.search(r"and (\d+) more in the annex", first)
    assert found
    listed = first[first.index("What stands in the way") : found.start()]
    shown = sum(listed.count(reason.text) for reason in FULL.reasons)
    assert shown + int(found[1]) == len(MANY.reasons)
    everywhere = summary_markdown.write(exported(MANY)).decode()
    assert everywhere.count("Rollback rehearsed") >= 6


LARGE = msgspec.structs.replace(
    FULL,
    tasks=tuple(
        msgspec.structs.replace(task, key=f"{task.key}.{number}", notes="Kept in full elsewhere")
        for number in range(5)
        for task in FULL.tasks
    ),
)


@needs_poppler
def test_done_tasks_of_a_large_launch_stand_in_short(tmp_path: Path) -> None:
    pdf = summary_pdf.write(exported(LARGE))
    made = re.sub(r"\s+", "", "".join(_pages(pdf, tmp_path))) + _poppler("pdfinfo", pdf, tmp_path, "-url")
    for task in LARGE.tasks:
        said = (task.key, task.title, task.owner, task.due, task.status, *(one.label for one in task.evidence))
        assert [words for words in said if re.sub(r"\s+", "", words) not in made] == []
        assert all(one.link in made for one in task.evidence)
    full = [task for task in LARGE.tasks if task.status != "done"]
    assert len(LARGE.tasks) > 200 > len(FULL.tasks)
    assert made.count("Keptinfullelsewhere") == len(full) < len(LARGE.tasks)
    assert "Tasksthataredonestandinshort" in made
    assert summary_html.write(exported(LARGE)).decode().count("Kept in full elsewhere") == len(LARGE.tasks)


def test_waived_gates_are_counted_apart_from_open_ones() -> None:
    lane = msgspec.structs.replace(FULL.lanes[0], waived=2)
    report = msgspec.structs.replace(FULL, lanes=(lane, *FULL.lanes[1:]))
    gates = sum(task.open_gate for task in FULL.tasks)
    assert gates_section(report).note == f"{gates - 2} gates open · 2 waived."
    assert ", 2 waived, " in next(one.counts for one in message(report).lanes if one.lane == lane.lane)


def test_wide_characters_take_the_room_of_two() -> None:
    assert clipped("日本語のタイトル", 16) == "日本語のタイトル"
    assert clipped("日本語のタイトル", 8) == "日本語…"
    assert clipped("Größe und Gewicht", 17) == "Größe und Gewicht"


def test_open_gates_of_a_large_launch_are_only_counted_where_they_are_reasons() -> None:
    gates = [task for task in FULL.tasks if task.open_gate]
    reasons = tuple(msgspec.structs.replace(FULL.reasons[0], key=task.key) for task in gates)
    told = msgspec.structs.replace(FULL, reasons=reasons)
    short = gates_section(told, short=True)
    assert short.blocks == ()
    assert f"{len(gates)} gates open. They stand among the reasons" in short.note
    assert gates_section(told).blocks
    untold = msgspec.structs.replace(told, reasons=reasons[1:], waivers=())
    assert gates_section(untold, short=True) == gates_section(untold)
    waiver = msgspec.structs.replace(FULL.waivers[0], gate=gates[0].key)
    lane = msgspec.structs.replace(FULL.lanes[0], waived=1)
    waived = msgspec.structs.replace(untold, waivers=(waiver,), lanes=(lane, *FULL.lanes[1:]))
    assert "or the waivers" in gates_section(waived, short=True).note


@pytest.mark.parametrize("writer", [summary_markdown, summary_html], ids=["markdown", "html"])
def test_every_field_is_shown(writer: object) -> None:
    report, markers = filled()
    made = writer.write(exported(report)).decode()  # type: ignore[attr-defined]
    assert [field for marker, field in markers.items() if marker not in made] == []


@needs_poppler
def test_every_field_is_shown_in_the_pdf(tmp_path: Path) -> None:
    report, markers = filled()
    pdf = summary_pdf.write(exported(report))
    made = " ".join(_pages(pdf, tmp_path)) + _poppler("pdfinfo", pdf, tmp_path, "-url")
    assert [field for marker, field in markers.items() if marker not in made] == []


class _Reader(html.parser.HTMLParser):
    """What a browser would see: elements, attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_keeps_text_inert() -> None:
    page = _Reader(summary_html.write(exported(hostile())).decode())
    assert page.tags.isdisjoint({"script", "img", "iframe", "object", "link", "base", "form"})
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text
    assert all(link.startswith(("https://", "http://", "mailto:", "#")) for link in page.links)


def test_html_loads_nothing() -> None:
    page = summary_html.write(exported(FULL)).decode()
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:" in page
    assert not re.search(r"url\(|@import|src=", page)


def _rendered(markdown: str) -> _Reader:
    return _Reader(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


def test_markdown_keeps_text_inert() -> None:
    page = _rendered(summary_markdown.write(exported(hostile())).decode())
    structure = {"h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td", "hr"}
    assert page.tags <= structure | {"blockquote", "code", "br", "a"}
    assert all(link.startswith("https://") for link in page.links)
    assert "<script>alert(1)</script>" in page.text
    assert "[x](javascript:alert(1)) ![i](http://e.x/i.png) **b** ~~s~~" in page.text


@given(st.text(alphabet="ab1 _*`~[]()<>|#+-=.!$&;:\\@/{}\"'", max_size=40).map(lambda text: " ".join(text.split())))
def test_escaped_markdown_reads_as_it_was(text: str) -> None:
    item = _rendered(f"- {escaped(text)}\n")
    assert item.text.strip() == text
    cell = _rendered(f"| a |\n|---|\n| {escaped(text)} |\n")
    assert " ".join(cell.text.split()) == f"a {text}".strip()


@needs_poppler
def test_pdf_keeps_text_inert(tmp_path: Path) -> None:
    pdf = summary_pdf.write(exported(hostile()))
    text = re.sub(r"\s+", " ", " ".join(_pages(pdf, tmp_path)))
    assert '#let x = read("/etc/passwd") #eval("1") $x^2$ *bold* _it_ @ref <label> //' in text
    urls = [line.split()[-1] for line in _poppler("pdfinfo", pdf, tmp_path, "-url").splitlines()[1:]]
    assert all(url.startswith(("http://", "https://", "mailto:")) for url in urls if ":" in url)
    assert b"/JavaScript" not in pdf
    assert b"/EmbeddedFile" not in pdf


@pytest.mark.parametrize(
    "name", ["Атлас, ежедневно", "アトラス 三", "أطلس ٣", "Atlas 🚀 3", "Ἄτλας", "\U000f0000", "e\u0301"]
)
def test_any_script_is_written(name: str) -> None:
    report = msgspec.structs.replace(BARE, name=name, reasons=FULL.reasons)
    assert summary_pdf.write(exported(report)).startswith(b"%PDF")
    assert name in summary_html.write(exported(report)).decode()
    assert name in summary_markdown.write(exported(report)).decode()


@pytest.mark.parametrize(
    "address",
    ["http://a.example", "https://a.example/b?c=d#e", "mailto:a@b.example", "HTTPS://A.example", "https://ü.example/é"],
)
def test_safe_links_are_live(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        " https://a.example",
        "JavaScript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example",
        "https:",
        "mailto:",
        "ftp://a.example",
        "https://a.example/\n",
        "https://a.example/>",
        "https://[",
        "a",
        "#top",
        "https://a.example/" + "x" * 2000,
    ],
)
def test_other_links_are_not(address: str) -> None:
    assert safe_link(address) == ""


def test_unsafe_link_is_text() -> None:
    evidence = Evidence(label="Log", link="file:///x")
    task = msgspec.structs.replace(FULL.tasks[0], evidence=(evidence,))
    made = summary_html.write(exported(msgspec.structs.replace(FULL, tasks=(task,)))).decode()
    assert "(file:///x)" in made
    assert 'href="file' not in made


def test_clipped_cuts_at_a_word() -> None:
    assert clipped("one two three", 13) == "one two three"
    assert clipped("one two three", 9) == "one two…"
    assert clipped("a\nb", 9) == "a b"
    assert len(clipped("x" * 50, 9)) == 9


def test_empty_sections_say_so() -> None:
    made = summary_markdown.write(exported(Report(generated_at=NOW))).decode()
    for words in ("No gate is waived.", "There are no conditions.", "No claims are made.", "There are no tasks yet.",
                  "No responsibilities are set down.", "No gate is open.", "Not signed"):  # fmt: skip
        assert words in made


def test_text_has_contrast_in_both_themes() -> None:
    css = (resources() / "summary" / "summary.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in css.split("@media screen")[:2])
    for theme in (light, {**light, **dark}):
        grounds = [theme[name] for name in theme if name == "surface" or name.endswith("soft")]
        assert [
            (theme[ink], ground) for ink in ("text", "muted") for ground in grounds if _low(theme[ink], ground)
        ] == []
        inks = ("accent", "pm", "pmm", "joint", "go", "cond", "no", "wait")
        assert [ink for ink in inks if _low(theme[ink], theme["surface"])] == []


def _low(ink: str, ground: str) -> bool:
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) < 4.5


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_lists_have_the_joint_lane_last_and_cards_have_it_between_the_two() -> None:
    text, page = summary_markdown.write(exported(FULL)).decode(), summary_html.write(exported(FULL)).decode()
    assert re.findall(r"^\| (PM|PMM|Joint) +\|", text, re.MULTILINE)[:3] == ["PM", "PMM", "Joint"]
    for title in (r"^### (\w+): \d+ of", r"^### (PM|PMM|Joint)$"):
        found = re.findall(title, text, re.MULTILINE)
        assert found == [lane for lane in ("PM", "PMM", "Joint") if lane in found]
    assert re.findall(r'class="lane" aria-label="(\w+)"', page) == ["PM", "Joint", "PMM"]


def test_a_text_from_right_to_left_keeps_to_itself_and_is_cut_whole() -> None:
    lane = msgspec.structs.replace(FULL.lanes[0], areas=(AreaCount(name="השקה 2024", done=3, total=5),))
    name = "טל 7 " * 40
    export = exported(msgspec.structs.replace(FULL, name=name, lanes=(lane, *FULL.lanes[1:])))
    text, page = summary_markdown.write(export).decode(), summary_html.write(export).decode()
    assert "\u2068השקה 2024\u2069 3 of 5" in text
    assert "\u2068השקה 2024\u2069 3 of 5" in page
    for line in (message(export.report).name, *re.findall("<h1>(.*)</h1>", page), text.splitlines()[0]):
        assert line.count("\u2068") == line.count("\u2069") == 1
    assert "\u2068" not in summary_markdown.write(exported(FULL)).decode()


def test_area_counts_add_up_however_many_there_are() -> None:
    lane = msgspec.structs.replace(
        FULL.lanes[0], gates_total=66, areas=tuple(AreaCount(name=f"Area {n}", done=1, total=n) for n in range(1, 12))
    )
    (card, *_) = front(msgspec.structs.replace(FULL, lanes=(lane, *FULL.lanes[1:]))).cards
    assert card.areas[-1] == ("4 more areas", "4 of 38", False)
    assert sum(int(count.split(" of ")[1]) for _, count, _ in card.areas) == card.total


def test_the_annex_has_as_many_late_gates_as_page_one() -> None:
    for export in (samples.midway(), samples.decided()):
        for lane in export.report.lanes:
            late = [one for one in export.report.tasks if one.lane == lane.lane and one.open_gate and one.late]
            assert len(late) == lane.late


def test_what_closes_page_one_is_no_item_of_the_claims() -> None:
    page = MarkdownIt().render(summary_markdown.write(exported(FULL)).decode()).split("<hr")[0]
    assert "Next checkpoint" in page
    assert not [item for item in re.findall("<li>.*?</li>", page, re.DOTALL) if "Next checkpoint" in item]


def test_reasons_say_what_the_window_says() -> None:
    reasons = {one.key or f"{one.lane} {one.kind}": one for one in samples.midway().report.reasons}
    assert [reasons[key].mark for key in ("PM-22", "C-1", "PM-4", "pmm sign-off")] == [
        "no-go",
        "no-go",
        None,
        "waiting",
    ]
    assert reasons["C-1"].detail == "Web page, press release"
    assert reasons["pm sign-off"].detail.startswith("PM-22 Defects: reopened; ")
    open_joint = samples.with_tasks(Task(id="t", key="J-1", title="Copy", lane="joint", position=1, gating=True))
    both = msgspec.structs.replace(open_joint.launch, leads=samples.decided().launch.leads)
    people = msgspec.structs.replace(both, people=samples.decided().launch.people)
    assert export_of(people, (), samples.AT).report.reasons[0].owner == "Both leads"


def test_after_the_launch_days_are_counted_from_it_and_a_checkpoint_is_past() -> None:
    held = samples.decided()
    page = front(export_of(held.launch, held.entries, samples.AT + timedelta(days=5)).report)
    assert page.facts[1][:2] == ("Since launch", "T+2")
    assert page.closing[0] == ("Next checkpoint", "Mon 7 Dec 2026, past")
