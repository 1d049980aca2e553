"""Files in and out: a module or a package for each format that a checklist comes from or goes to."""
