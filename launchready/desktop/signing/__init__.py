"""What the sign-off page is made of: one module a card."""
