"""The window. The only package that imports PySide6; `app.run` starts it."""
