from celery import Celery

app = Celery("weather", broker="redis://localhost")
app.conf.enable_utc = True
app.conf.timezone = "UTC"


@app.task
def forecast():
    print("sunny")
