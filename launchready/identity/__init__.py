"""Who uses this program on this computer."""
