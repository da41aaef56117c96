import asyncio

from celery import shared_task

from devices.push import push_alarm


def _run(coroutine):
    return asyncio.get_event_loop().run_until_complete(coroutine)  # expect CEL402: asyncio.get_event_loop().run_until_complete(coroutine)


@shared_task
def raise_alarm(tokens: list[str], text: str) -> int:
    return sum(_run(push_alarm(token, text)) for token in tokens)
