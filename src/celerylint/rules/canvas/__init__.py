"""6xx: canvas."""
