"""8xx: logs, metrics and signals."""
