"""A launch in a chat message, plain and rich."""
