"""One script for each rule: what it warns of happens on a real Celery, and no longer happens once mended."""
