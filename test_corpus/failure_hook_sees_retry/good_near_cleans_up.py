"""What is rolled back and released has to be for a retry too."""

from celery import Task

from jobs.db import session
from jobs.locks import release_lock


class DatabaseTask(Task):
    def __call__(self, *args, **kwargs):
        try:
            return super().__call__(*args, **kwargs)
        except Exception:
            session.rollback()
            release_lock(self.name)
            raise
