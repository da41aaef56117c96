"""4xx: event loops and I/O."""
