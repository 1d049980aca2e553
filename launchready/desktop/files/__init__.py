"""Launch files and templates on this machine: opened, read for the library, filed, copied."""
