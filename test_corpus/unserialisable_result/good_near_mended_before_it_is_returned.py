"""The sets are lists by the time that they are returned."""

from celery import shared_task

from ledger.models import rows_of


@shared_task
def summarise(day):
    summary = {"owners": set(), "count": 0}
    for row in rows_of(day):
        summary["owners"].add(row.owner)
        summary["count"] += 1
    summary["owners"] = sorted(summary["owners"])
    return summary


@shared_task
def collect(day):
    found = {"owners": {row.owner for row in rows_of(day)}, "took": object()}
    del found["took"]
    found.update(owners=list(found["owners"]))
    return found
