import logging

from celery import Celery
from celery.exceptions import Ignore, Reject, Retry

app = Celery("jobs")
logger = logging.getLogger(__name__)


class LoggedTask(app.Task):
    abstract = True

    def __call__(self, *args, **kwargs):
        try:
            return self.run(*args, **kwargs)
        except (Retry, Ignore, Reject):
            raise
        except:
            logger.exception("%s failed", self.name)
            raise
