from celery import Celery, shared_task

app = Celery("metrics")
app.conf.task_serializer = "JSON"  # expect CEL709: "JSON"


@shared_task(serializer="msgpak")  # expect CEL709: serializer="msgpak"
def aggregate(day):
    return day
