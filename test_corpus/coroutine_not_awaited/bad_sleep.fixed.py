import asyncio
import time

from celery import shared_task

from devices.modem import reset_modem


@shared_task
def reset_all(modems: list[str]) -> None:
    for modem in modems:
        reset_modem(modem)
        time.sleep(2)
