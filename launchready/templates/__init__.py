"""Checklists that a launch starts from: what a template holds, reading one, and where they lie."""

from launchready.templates.library import Available, available, load
from launchready.templates.model import Due, Template, TemplateActivity, TemplateRefused, TemplateTask
from launchready.templates.parsing import parse

__all__ = [
    "Available",
    "Due",
    "Template",
    "TemplateActivity",
    "TemplateRefused",
    "TemplateTask",
    "available",
    "load",
    "parse",
]
