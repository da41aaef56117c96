"""3xx: sessions and queries."""
