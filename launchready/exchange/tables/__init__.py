"""Checklists in tables: CSV, TSV and workbooks."""
