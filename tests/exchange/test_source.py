"""Files that cannot be taken as text are refused with the reason; nothing hangs and nothing else is raised."""

import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from launchready.exchange.checklist import ImportRefused
from launchready.exchange.markdown.tasks import read
from launchready.exchange.source import read_text


def refused(path: Path | str, **bounds: int) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read_text(path, **bounds)
    return caught.value


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.md"


@pytest.mark.parametrize(
    "data",
    [
        "- [ ] Caf\u00e9\r\n".encode(),
        "- [ ] Caf\u00e9\r".encode(),
        "- [ ] Caf\u00e9\n".encode("utf-8-sig"),
        "- [ ] Caf\u00e9\n".encode("utf-16"),
        b"\xfe\xff" + "- [ ] Caf\u00e9\n".encode("utf-16-be"),
    ],
    ids=["crlf", "cr", "utf-8 with mark", "utf-16 with mark", "utf-16 big-endian with mark"],
)
def test_text_that_is_accepted(plan: Path, data: bytes) -> None:
    plan.write_bytes(data)
    assert read_text(plan) == "- [ ] Caf\u00e9\n"
    assert read(plan).tasks[0].title == "Caf\u00e9"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(plan: Path, data: bytes) -> None:
    plan.write_bytes(data)
    assert refused(plan).code == "import-empty"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"- [ ] a\n- [ ] Caf\xe9\n", 2),
        (b"\xff\xfe\x00\xd8", 1),
        (b"\xff\xfea\x00\n\x00b", 2),
    ],
    ids=["latin-1", "half a surrogate pair", "half a character"],
)
def test_bytes_that_are_not_utf_8(plan: Path, data: bytes, line: int) -> None:
    plan.write_bytes(data)
    error = refused(plan)
    assert (error.code, error.arguments) == ("import-not-utf8", {"file": str(plan), "line": line})


@pytest.mark.parametrize(
    ("data", "kind", "line"),
    [
        (b"- [ ] a\n- [ ] b\0\n", "nul", 2),
        (b"-\0 \0[\0", "nul", 1),
        (b"PK\x03\x04rest", "zip", 1),
        (b"%PDF-1.7", "pdf", 1),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "office", 1),
    ],
    ids=["nul", "utf-16 without mark", "zip", "pdf", "old office"],
)
def test_a_binary_file(plan: Path, data: bytes, kind: str, line: int) -> None:
    plan.write_bytes(data)
    assert refused(plan).arguments == {"file": str(plan), "kind": kind, "line": line}


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<html><head><title>404 Not\n found</title>",
        "\n<html><title>404 Not found</title></html>",
        "<?xml version='1.0'?>\n<!-- x -->\n<!doctype HTML><title lang=en>404 Not found</title>",
    ],
)
def test_an_error_page_instead_of_the_file(plan: Path, page: str) -> None:
    plan.write_text(page, encoding="utf-8")
    error = refused(plan)
    assert (error.code, error.arguments["title"]) == ("import-html-page", "404 Not found")


def test_markdown_that_begins_with_html_is_no_page(plan: Path) -> None:
    plan.write_text("<h1>Plan</h1>\n\n- [ ] a\n", encoding="utf-8")
    assert read(plan).title == "Plan"


def test_bounds(plan: Path) -> None:
    plan.write_bytes(b"a\n" * 50)
    assert refused(plan, max_bytes=99).arguments == {"file": str(plan), "size": 100, "limit": 99}
    assert refused(plan, max_bytes=99).code == "import-too-large"
    assert refused(plan, max_lines=50).code == "import-too-many-lines"
    assert read_text(plan, max_bytes=100, max_lines=51)


@pytest.mark.parametrize("name", ["missing.md", "plan.md/inside.md", "nul\0.md"])
def test_a_missing_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "plan.md").write_text("x", encoding="utf-8")
    assert refused(f"{tmp_path}/{name}").code == "import-missing"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    error = refused(tmp_path / ("x" * 5_000))
    assert (error.code, bool(error.arguments["reason"])) == ("import-unreadable", True)


def test_a_folder(tmp_path: Path) -> None:
    error = refused(tmp_path)
    assert (error.code, error.arguments["kind"]) == ("import-not-a-file", "folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert refused(tmp_path / "pipe.md").arguments["kind"] == "pipe"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device files on this system")
def test_a_device_does_not_run_on() -> None:
    assert refused("/dev/zero").arguments["kind"] == "device"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in files on this system")
def test_a_socket() -> None:
    with socket.socket(socket.AF_UNIX) as listener, tempfile.TemporaryDirectory(dir="/tmp") as short:
        listener.bind(f"{short}/s")
        assert refused(f"{short}/s").code == "import-not-a-file"


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Permissions do not bind root, so root steps down for the test."""
    if not hasattr(os, "geteuid"):
        pytest.skip("no permissions of this kind on this system")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.usefixtures("as_nobody")
def test_a_file_that_may_not_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.md"
        path.write_text("- [ ] a\n", encoding="utf-8")
        path.chmod(0)
        assert refused(path).code == "import-no-permission"
        path.chmod(stat.S_IRUSR)
        assert read(path).counts.tasks == 1
