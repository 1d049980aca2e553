"""A shared launch checklist with one joint go/no-go decision."""

__version__ = "0.1.0"
