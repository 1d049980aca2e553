"""The journeys start from the same home and launch as the tests of the command line."""

from tests.cli.conftest import desk, home, nothing

__all__ = ["desk", "home", "nothing"]
