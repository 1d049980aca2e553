"""What stands around the pages of a launch, and the palette that opens over them."""
