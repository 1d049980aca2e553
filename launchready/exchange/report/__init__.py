"""What the formats that show a launch say of it, put together once."""
