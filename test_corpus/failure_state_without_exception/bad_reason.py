import logging

from celery import shared_task

from passports.registry import RegistryError, renew_passport

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def renew(self, number: str) -> None:
    try:
        renew_passport(number)
    except RegistryError as error:
        logger.exception("passport %s was not renewed", number)
        self.update_state(state="FAILURE", meta={"reason": str(error)})  # expect CEL814: self.update_state(state="FAILURE", meta={"reason": str(error)})
        raise
