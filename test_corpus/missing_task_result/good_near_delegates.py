"""The coroutine has the counts, and the task hands them on."""

from celery import shared_task

from cheese.runners import run_async
from cheese.wheels import turn, wheels


@shared_task(bind=True, max_retries=2)
def turn_wheels(self, cellar: str, batch_size: int = 100):
    """Turn the wheels in a cellar.

    Returns how many were turned.
    """
    return run_async(_turn_wheels(cellar, batch_size))


async def _turn_wheels(cellar: str, batch_size: int) -> dict[str, int]:
    results = {"turned": 0, "errors": 0}
    for wheel in await wheels(cellar, batch_size):
        try:
            await turn(wheel)
            results["turned"] += 1
        except OSError:
            results["errors"] += 1
    return results


@shared_task
def salt_wheels(cellar: str) -> dict[str, int] | None:
    result = None

    async def _execute():
        salted = {"salted": 0}
        for wheel in await wheels(cellar):
            await turn(wheel)
        return salted

    result = run_async(_execute())
    return result
