"""The wheel holds everything it needs: built, installed elsewhere, and run from there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder), str(ROOT), cwd=folder)
    return next(folder.glob("*.whl"))


def _run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_resources_lie_in_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = (path for path in (ROOT / "resources").rglob("*") if path.is_file())
    assert {f"launchready/{path.relative_to(ROOT)}" for path in tracked} <= names
    assert not [name for name in names if name.startswith(("tests/", "resources/"))]


def test_the_installed_wheel_runs_from_elsewhere(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    _run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(target), str(wheel), cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    settings = {"PYTHONPATH": str(target), "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    where = "import launchready, launchready.places as p; print(launchready.__file__); print(p.resources())"
    for line in _run(sys.executable, "-c", where, cwd=elsewhere, **settings).splitlines():
        assert line.startswith(str(target))
    told = _run(sys.executable, "-m", "launchready", "demo", "--out", "shown", cwd=elsewhere, **settings)
    assert "Go with conditions" in told
    made = {path.name for path in (elsewhere / "shown").iterdir()}
    assert made == {"atlas-3.launchready", "atlas-3.md", "atlas-3.html", "atlas-3.pdf"}
