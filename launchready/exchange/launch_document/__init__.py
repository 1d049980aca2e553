"""A launch as JSON, in a documented form."""
