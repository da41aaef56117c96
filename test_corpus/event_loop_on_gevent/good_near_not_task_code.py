# settings: worker-pool = "gevent"
"""The loop belongs to the shell command, which no worker runs."""

import asyncio
import sys

from celery import shared_task

from backups.copying import copy_table


@shared_task
def count_rows(table: str) -> int:
    return len(table)


def main() -> None:
    asyncio.run(copy_table(sys.argv[1]))
