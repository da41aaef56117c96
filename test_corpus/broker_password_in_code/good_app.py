from celery import Celery

app = Celery("shipping")  # CELERY_BROKER_URL and CELERY_RESULT_BACKEND


@app.task
def track(parcel):
    print("tracking", parcel)
