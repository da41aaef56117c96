import csv

from celery import shared_task

from ledger.accounts import booked_rows


@shared_task(name="ledger.export_bookings", acks_late=True)
def export_bookings(account_id: int, path: str):  # expect CEL101: def export_bookings
    """Write the bookings of one account and tell how far it has come."""
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        for number, row in enumerate(booked_rows(account_id), start=1):
            writer.writerow([row.date.isoformat(), row.text, row.amount])
            if number % 1000 == 0:
                yield number
