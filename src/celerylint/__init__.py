"""celerylint: the linter that Celery never had."""

__version__ = "0.1.0"
