"""The handler looks at the error, and raises again what is not about loops."""

import asyncio

from celery import shared_task

from library.loans import extend


def _run(coroutine):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coroutine)
    except RuntimeError as error:
        if "running" not in str(error):
            raise
        return asyncio.run(coroutine)


@shared_task
def extend_loan(loan_id: int) -> None:
    _run(extend(loan_id))
