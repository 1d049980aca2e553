"""Qt item models over the state, updated by keyed difference, so that selection, scroll and focus survive."""
