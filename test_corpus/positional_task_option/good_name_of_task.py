from celery import Celery

from mail.outbox import flush

app = Celery("mail")


@app.task(name="mail.flush_outbox")
def flush_outbox() -> None:
    flush()
