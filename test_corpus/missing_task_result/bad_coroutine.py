from celery import shared_task

from tram.runners import run_async
from tram.stops import stops, update_board


@shared_task(bind=True)
def update_boards(self, line: int) -> None:  # expect CEL111: def update_boards
    """Update the boards at all stops of a line."""
    return run_async(_update_boards(line))


async def _update_boards(line: int) -> None:
    for stop in await stops(line):
        await update_board(stop)


@shared_task(bind=True, max_retries=2)
def clear_boards(self, line: int) -> None:  # expect CEL111: def clear_boards
    """Clear the boards at all stops of a line."""

    async def _clear() -> int:
        cleared = 0
        async for stop in stops.stream(line):
            stop.text = ""
            cleared += 1
        return cleared

    run_async(_clear())
