"""Where logs live: one port, and one module for each kind of place that keeps to it.

A store keeps records in order and hands them back byte for byte. What the bytes mean, and whether their chain of
hashes holds, is for the readers of a log to judge.
"""

from launchready.store.port import Broken, Moved, Record, Replaced, Store, StoreError, Unreadable, Unwritable

__all__ = ["Broken", "Moved", "Record", "Replaced", "Store", "StoreError", "Unreadable", "Unwritable"]
