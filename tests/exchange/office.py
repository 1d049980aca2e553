"""LibreOffice, for tests that let another program open what goes out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext") and shutil.which("pdftoppm")),
    reason="libreoffice-calc, libreoffice-impress or poppler-utils is not installed",
)


def pages(made: bytes, name: str, folder: Path) -> list[str]:
    """The words of each page as LibreOffice prints the file; fails where a page can't be drawn."""
    source = folder / name
    source.write_bytes(made)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    printed = source.with_suffix(".pdf")
    assert printed.exists(), f"{name} was not converted"
    drawn = subprocess.run(["pdftoppm", "-r", "20", "-png", str(printed), str(folder / "page")], capture_output=True)
    assert drawn.returncode == 0
    text = subprocess.run(["pdftotext", "-layout", str(printed), "-"], check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1]
