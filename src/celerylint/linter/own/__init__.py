"""Rules about what is said to us: they need what the other rules have found, so no fact is checked by them."""
