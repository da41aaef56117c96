from celery import Celery

app = Celery("archive", broker="redis://localhost", backend="redis://localhost/1")
app.conf.update(result_expires=3600, timezone="UTC")


@app.task
def scan(page):
    return len(page)
