"""The function is defined in the `try`, and called outside of it."""

import logging

from celery import shared_task

from sensors.hub import Hub, HubBusy

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def poll(self, address: str) -> float:
    try:
        hub = Hub(address)

        def read() -> float:
            try:
                return hub.temperature()
            except HubBusy as error:
                raise self.retry(exc=error)

    except Exception:
        logger.exception("no hub at %s", address)
        raise
    return read()
