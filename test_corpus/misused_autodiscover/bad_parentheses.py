from garage.celery import app

PARTS = "garage.parts"

app.autodiscover_tasks(packages=("garage.cars"), related_name="jobs")  # expect CEL116: "garage.cars"
app.autodiscover_tasks(PARTS)  # expect CEL116: PARTS
