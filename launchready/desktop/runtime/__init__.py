"""What the application needs to run, whatever it shows: a display, its memory, work beside the window, faults."""
