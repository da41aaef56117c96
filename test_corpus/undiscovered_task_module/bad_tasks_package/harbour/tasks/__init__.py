"""Tasks of the harbour."""
