"""Pictures of every page, to look at: `python -m launchready.desktop.pictures OUT`.

Draws the sample launch, and as `start` the library with no launch open, in both themes and three sizes, without a
screen. With `--contrast` in high contrast too, with `--scale 2` at 200 %, with `--over` also what opens over the pages:
dialogs, menus, forms, notices. The launches of the library, and what else a page needs, lie in a home folder of their
own.

`python -m launchready.desktop.pictures .readme --readme` writes the pictures of the README.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from launchready.desktop.pictures import pictured
from launchready.desktop.pictures.drawing import SIZES, Wanted, draw, draw_readme
from launchready.desktop.pictures.sample import CHAPTERS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--contrast", action="store_true", help="high contrast too")
    parser.add_argument("--scale", default="1", help="as QT_SCALE_FACTOR, such as 2")
    parser.add_argument("--pages", default="", help="only these, separated by commas")
    parser.add_argument("--over", action="store_true", help="dialogs, menus, forms and notices too")
    parser.add_argument("--sizes", default="", help="instead of three, such as 1024x768,2560x1440")
    parser.add_argument("--chapters", type=int, default=CHAPTERS, help="how far the sample launch is told: 0 to 9")
    parser.add_argument("--readme", action="store_true", help="those of the README, in one size")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    out = chosen.out.absolute()
    with tempfile.TemporaryDirectory() as home:
        pictured.move_home(Path(home))
        pictured.fill()
        wanted = draw_readme(out) if chosen.readme else draw(out, _wanted(chosen))
        for path in wanted:
            print(path)


def _wanted(chosen: argparse.Namespace) -> Wanted:
    only = tuple(filter(None, chosen.pages.split(",")))
    pairs = (size.split("x") for size in filter(None, chosen.sizes.split(",")))
    sizes = tuple((int(width), int(height)) for width, height in pairs)
    return Wanted(only, sizes or SIZES, chosen.contrast, chosen.over, chosen.chapters)


if __name__ == "__main__":
    main()
