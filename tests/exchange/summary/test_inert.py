"""Texts of a launch stay texts in every summary, and only safe links are live."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from launchready.exchange.report.report import Evidence
from launchready.exchange.summary import html as summary_html
from launchready.exchange.summary import markdown as summary_markdown
from launchready.exchange.summary import pdf as summary_pdf
from launchready.exchange.summary.markdown_tasks import escaped
from launchready.exchange.summary.words import safe_link
from tests.exchange.html_reader import HtmlReader
from tests.exchange.sample_report import BARE, FULL, exported, hostile
from tests.exchange.summary.poppler import needs_poppler, pages_of, poppler


def test_html_keeps_text_inert() -> None:
    page = HtmlReader(summary_html.write(exported(hostile())).decode())
    assert page.tags.isdisjoint({"script", "img", "iframe", "object", "link", "base", "form"})
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text
    assert all(link.startswith(("https://", "http://", "mailto:", "#")) for link in page.links)


def test_html_loads_nothing() -> None:
    page = summary_html.write(exported(FULL)).decode()
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:" in page
    assert not re.search(r"url\(|@import|src=", page)


def _rendered(markdown: str) -> HtmlReader:
    return HtmlReader(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


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
    text = re.sub(r"\s+", " ", " ".join(pages_of(pdf, tmp_path)))
    assert '#let x = read("/etc/passwd") #eval("1") $x^2$ *bold* _it_ @ref <label> //' in text
    urls = [line.split()[-1] for line in poppler("pdfinfo", pdf, tmp_path, "-url").splitlines()[1:]]
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
