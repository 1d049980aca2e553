"""What a launch is: pure values and rules. No Qt, no files, no clock, no network, no wording."""
