"""Tests of launchready.launch.changes, a module a topic."""
