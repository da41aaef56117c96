import redis
from celery import Celery

from ledger.statements import send_statement, statements_of

app = Celery("ledger")
client = redis.Redis()


@app.task(time_limit=900)
def send_statements(month: str) -> None:
    lock = client.lock(f"statements:{month}", timeout=60)  # expect CEL120: timeout=60
    if not lock.acquire(blocking=False):
        return
    try:
        for statement in statements_of(month):
            send_statement(statement)
    finally:
        lock.release()


@app.task(time_limit=900)
def resend_statements(month: str) -> None:
    key = f"resend:{month}"
    if not client.set(key, 1, nx=True, ex=300):  # expect CEL120: ex=300
        return
    try:
        for statement in statements_of(month):
            send_statement(statement)
    finally:
        client.delete(key)
