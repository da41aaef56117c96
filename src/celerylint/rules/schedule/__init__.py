"""7xx: schedules and settings."""
