"""Send newsletters to their subscribers."""
