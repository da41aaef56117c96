# settings: worker-pool = "threads"
"""Workers on threads cannot interrupt a task: the soft limit never arrives."""

import logging

from celery import shared_task

from stations.gauges import read_gauge

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=60)
def read_gauges(stations: list[str]) -> dict[str, float]:
    levels = {}
    for station in stations:
        try:
            levels[station] = read_gauge(station)
        except Exception as error:
            logger.warning("gauge %s is silent: %s", station, error)
    return levels
