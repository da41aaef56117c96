from celery import Celery

app = Celery("archive", broker="redis://localhost", backend="redis://localhost/1")
app.conf.update(result_expires=0, timezone="UTC")  # expect CEL722: 0


@app.task
def scan(page):
    return len(page)
