import logging

from celery import Celery, Task

from letters.dead import keep_dead_letter
from letters.post import deliver, weigh

logger = logging.getLogger(__name__)
app = Celery("letters", broker="redis://localhost", backend="redis://localhost")


def bury(self, error, task_id, args, kwargs, einfo):
    keep_dead_letter(task_id, args)


@app.task(on_failure=bury)
def deliver_letter(letter_id: int) -> None:
    try:
        deliver(letter_id)
    except Exception as error:  # expect CEL211: except Exception as error
        logger.error("letter %s: %s", letter_id, error)


@app.task(acks_late=True, acks_on_failure_or_timeout=False)
def deliver_parcel(parcel_id: int) -> None:
    try:
        deliver(parcel_id)
    except Exception:  # expect CEL211: except Exception
        logger.exception("parcel %s", parcel_id)


class WeighLetter(Task):
    name = "letters.weigh"

    def run(self, letter_id):
        try:
            weigh(letter_id)
        except Exception:  # expect CEL211: except Exception
            logger.exception("letter %s", letter_id)

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        keep_dead_letter(task_id, args)
