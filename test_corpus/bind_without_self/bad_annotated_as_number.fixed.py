from celery import Celery

from ledger.accounts import close_account

app = Celery("ledger")


@app.task(bind=True, acks_late=True)
def close(self, account_id: int, reason: str = "requested") -> None:
    close_account(account_id, reason)
