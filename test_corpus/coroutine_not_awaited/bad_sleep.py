import asyncio

from celery import shared_task

from devices.modem import reset_modem


@shared_task
def reset_all(modems: list[str]) -> None:
    for modem in modems:
        reset_modem(modem)
        asyncio.sleep(2)  # expect CEL405: asyncio.sleep(2)
