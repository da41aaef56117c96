from celery import Celery

app = Celery("archive", broker="redis://localhost", backend="redis://localhost/1")
app.conf.update(result_expires=0, timezone="UTC")  # expect CEL722: result_expires


@app.task
def scan(page):
    return len(page)
