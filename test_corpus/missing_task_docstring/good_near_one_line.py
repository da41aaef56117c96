"""One line is enough, in any quotes, and a task that delegates says what it does as well."""

from celery import shared_task

from observatory.domes import close_dome
from observatory.runners import run_async


@shared_task
def close_domes() -> None:
    "Close the domes before the rain."
    close_dome()


@shared_task(bind=True)
def expose(self, plate: int) -> dict[str, int]:
    r"""Expose a plate."""
    return run_async(_expose(plate))


async def _expose(plate: int) -> dict[str, int]:
    return {"plate": plate}
