"""Files in and out: one module for each format that a checklist comes from or goes to."""
