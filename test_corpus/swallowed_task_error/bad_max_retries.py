import logging

from celery import Celery

from newsletter.archive import open_archive
from newsletter.mail import Issue

app = Celery("newsletter")
logger = logging.getLogger(__name__)


@app.task(bind=True, name="newsletter.archive", max_retries=3, default_retry_delay=60)
def archive_issue(self, number: int) -> int | None:
    """Keep an issue for ever."""
    if number < 1:
        return None
    with open_archive() as archive:
        try:
            issue = Issue(number)
            archive.add(issue)
        except ValueError:
            logger.info("issue %s is empty (%s)", number, self.request.id)
        except:  # expect CEL211: except
            archive.rollback()
            logger.exception("issue %s not archived", number)
            return None
    logger.info("issue %s archived", number)
    return number
