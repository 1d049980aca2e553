"""Walks through the real window: each starts the program as `launchready` does, and drives it by keys and mouse."""
