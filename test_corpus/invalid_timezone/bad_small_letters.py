from celery import Celery

app = Celery("weather", broker="redis://localhost")
app.conf.enable_utc = True
app.conf.timezone = "utc"  # expect CEL731: "utc"


@app.task
def forecast():
    print("sunny")
