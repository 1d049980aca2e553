"""A launch on its way out: into a file, onto the clipboard, onto paper."""
