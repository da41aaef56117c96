import logging

from celery import Celery

app = Celery("jobs")
logger = logging.getLogger(__name__)


class LoggedTask(app.Task):
    abstract = True

    def __call__(self, *args, **kwargs):
        try:
            return self.run(*args, **kwargs)
        except:  # expect CEL132: except
            logger.exception("%s failed", self.name)
            raise
