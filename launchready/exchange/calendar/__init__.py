"""The dates of a launch as a calendar."""
