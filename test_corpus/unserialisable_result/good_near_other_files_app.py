"""The app, and so what it writes results with, is another file's matter."""

from observatory.celery import app


@app.task
def collect_labels(alerts):
    return {alert["label"] for alert in alerts}
