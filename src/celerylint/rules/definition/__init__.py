"""1xx: how tasks are defined."""
