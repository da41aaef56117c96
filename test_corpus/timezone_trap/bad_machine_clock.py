from celery import Celery

app = Celery("lighthouse")
app.conf.update(
    broker_url="redis://localhost",
    enable_utc=False,  # expect CEL711: enable_utc
)


@app.task
def light_lamp():
    print("lit")
