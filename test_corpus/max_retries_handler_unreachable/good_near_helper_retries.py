"""The helper is handed the task and may retry without an exception."""

from celery import shared_task
from celery.exceptions import MaxRetriesExceededError

from lamps.bridge import BridgeOffline, retry_when_free, switch, unreachable


@shared_task(bind=True)
def switch_lamp(self, lamp: str) -> None:
    try:
        retry_when_free(self, lamp)
        switch(lamp)
    except MaxRetriesExceededError:
        unreachable(lamp)
    except BridgeOffline as error:
        raise self.retry(exc=error)


@shared_task(bind=True)
def switch_off(self, lamp: str) -> None:
    try:
        retry_when_free(self, lamp)
        if not switch(lamp):
            raise self.retry(exc=BridgeOffline(lamp))
    except MaxRetriesExceededError:
        unreachable(lamp)
