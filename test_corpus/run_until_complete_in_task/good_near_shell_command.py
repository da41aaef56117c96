"""The loop is used by the shell command alone: no task reaches it."""

import asyncio
import sys

from celery import shared_task

from backups.copying import copy_table


@shared_task
def copy(table: str) -> None:
    asyncio.run(copy_table(table))


def main() -> None:
    loop = asyncio.get_event_loop()
    for table in sys.argv[1:]:
        loop.run_until_complete(copy_table(table))


if __name__ == "__main__":
    main()
