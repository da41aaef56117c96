"""Other things called requests, and a view that no task reaches."""

import requests
from celery import shared_task

from holidays.models import Request
from holidays.store import requests as store


@shared_task
def approve(request_id: int) -> None:
    store.get(request_id).approve()
    requests = Request.query.all()
    for request in requests:
        request.session.get("approver")


def holiday_calendar(country: str) -> str:
    return requests.get(f"https://holidays.example/{country}").text
