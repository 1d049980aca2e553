"""What the window can do by name: the handlers of its lines in the table of actions, a module a topic."""
