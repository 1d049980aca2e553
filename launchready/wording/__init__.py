"""Refusals, reasons, differences and history in words. `launch/` speaks in codes; the words are only here."""
