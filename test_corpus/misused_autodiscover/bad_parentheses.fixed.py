from garage.celery import app

PARTS = "garage.parts"

app.autodiscover_tasks(packages=(["garage.cars"]), related_name="jobs")
app.autodiscover_tasks(PARTS)
