"""Tests of launchready.wording: every code has words, and words never raise."""
