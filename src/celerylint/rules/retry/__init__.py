"""2xx: retries and errors."""
