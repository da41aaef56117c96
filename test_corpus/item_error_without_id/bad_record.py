from celery import shared_task
from structlog import get_logger

from postoffice.letters import weigh
from postoffice.runner import run_async

logger = get_logger()


@shared_task(bind=True)
def weigh_all(self, letters: list) -> dict:
    return run_async(_weigh_all(letters))


async def _weigh_all(letters):
    errors = []
    for number, letter in enumerate(letters):
        try:
            await weigh(letter)
        except Exception as error:
            errors.append(str(error))  # expect CEL811: errors.append(str(error))
            logger.error("weighing_failed", letter_id=letter.id, error=str(error))
    for letter in letters:
        try:
            await weigh(letter)
        except OSError as error:
            logger.exception("weighing_failed")  # expect CEL811: logger.exception("weighing_failed")
            continue
    return {"errors": errors}
