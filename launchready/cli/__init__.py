"""The command line: one module a topic, each verb thin over the session."""
