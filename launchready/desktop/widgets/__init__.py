"""What pages share. Widgets take their colours from the style sheet by the property `role` or `tone`."""
