"""Python source, walked once: text, tree, names, flow and constants. Knows nothing of Celery."""
