"""What other programs read in a PDF."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")


def poppler(tool: str, pdf: bytes, tmp_path: Path, *options: str) -> str:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf)
    target = [] if tool == "pdfinfo" else ["-"]
    done = subprocess.run([tool, *options, str(path), *target], capture_output=True, check=True)
    return done.stdout.decode()


def pages_of(pdf: bytes, tmp_path: Path) -> list[str]:
    return poppler("pdftotext", pdf, tmp_path, "-raw").split("\f")[:-1]
