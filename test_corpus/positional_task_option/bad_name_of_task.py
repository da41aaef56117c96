from celery import Celery

from mail.outbox import flush

app = Celery("mail")


@app.task("mail.flush_outbox")  # expect CEL126: "mail.flush_outbox"
def flush_outbox() -> None:
    flush()
