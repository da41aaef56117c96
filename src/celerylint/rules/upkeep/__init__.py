"""9xx: tests and upgrades."""
