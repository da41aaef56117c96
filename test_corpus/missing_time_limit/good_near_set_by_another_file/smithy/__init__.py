"""The settings are all known, and another file that has the app sets the limit."""
