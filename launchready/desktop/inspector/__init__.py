"""All of one task at the right of the checklist: one module a section."""
