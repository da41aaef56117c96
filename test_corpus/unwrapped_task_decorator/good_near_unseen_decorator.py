"""What the decorator gives cannot be seen here."""

from celery import shared_task
from sentry_sdk.crons import monitor

from orchard.trees import water
from orchard.timing import timed


@shared_task
@timed
def water_tree(tree_id: int) -> None:
    water(tree_id)


@shared_task
@monitor(monitor_slug="water-all")
def water_all() -> None:
    water(None)
