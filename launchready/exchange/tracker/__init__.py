"""The launch as a workbook, a sheet a section."""
