"""A soft limit gives time to clean up before the hard one."""

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from helpdesk.exports import clean_up, write_export


@shared_task(soft_time_limit=240, time_limit=300)
def export_tickets(year: int) -> dict:
    """Export the tickets of a year."""
    try:
        return {"rows": write_export(year)}
    except SoftTimeLimitExceeded:
        clean_up(year)
        return {"error": "out of time"}
