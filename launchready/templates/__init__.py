"""Checklists that a launch starts from: what a template holds, reading, writing, comparing one, and where they lie."""

from launchready.templates.comparing import ChangedTask, Comparison, Difference, compare
from launchready.templates.library import Available, available, load
from launchready.templates.model import Due, Template, TemplateActivity, TemplateRefused, TemplateTask
from launchready.templates.parsing import parse
from launchready.templates.saved import Saved, saved
from launchready.templates.toml import toml_of

__all__ = [
    "Available",
    "ChangedTask",
    "Comparison",
    "Difference",
    "Due",
    "Saved",
    "Template",
    "TemplateActivity",
    "TemplateRefused",
    "TemplateTask",
    "available",
    "compare",
    "load",
    "parse",
    "saved",
    "toml_of",
]
