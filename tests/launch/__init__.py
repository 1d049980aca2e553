"""Tests of launchready.launch; `builders` makes its launches, `drawing` random ones."""
