# settings: async-runners = ["in_loop"]
"""The function is the project's runner, by the settings."""

import asyncio

from celery import shared_task

from shop.search import rebuild


def in_loop():
    asyncio.run(rebuild())


@shared_task
def rebuild_search():
    in_loop()
