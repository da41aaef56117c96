"""`asyncio.run` starts the shell command: no task reaches it."""

import asyncio
import sys

from celery import shared_task

from backups.copying import copy_tables
from backups.runner import run_async


@shared_task
def copy_nightly(tables: list[str]) -> None:
    run_async(copy_tables(tables))


def main() -> None:
    asyncio.run(copy_tables(sys.argv[1:]))


if __name__ == "__main__":
    main()
