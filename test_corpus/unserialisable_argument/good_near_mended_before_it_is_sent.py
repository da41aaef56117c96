"""The set is a list by the time that it is sent."""

from celery import shared_task


@shared_task
def notify(payload):
    print(payload)


def notify_all(rows):
    payload = {"owners": {row.owner for row in rows}}
    payload["owners"] = sorted(payload["owners"])
    notify.delay(payload)
