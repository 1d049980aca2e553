"""Dialogs about the launch itself: its details, its people, and the words that are given on it as a whole."""
