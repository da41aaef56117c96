import csv

from celery import shared_task

from ledger.accounts import booked_rows


@shared_task(name="ledger.export_bookings", acks_late=True, bind=True)
def export_bookings(self, account_id: int, path: str) -> None:
    """Write the bookings of one account and tell how far it has come."""
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        for number, row in enumerate(booked_rows(account_id), start=1):
            writer.writerow([row.date.isoformat(), row.text, row.amount])
            if number % 1000 == 0:
                self.update_state(state="PROGRESS", meta={"current": number})
