"""5xx: how tasks are called."""
