"""The settings have no backend, and run tasks at once while it is so."""
