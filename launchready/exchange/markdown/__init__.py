"""Checklists in Markdown."""
