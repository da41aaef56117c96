from celery import Celery

app = Celery("reports")
app.conf.update(
    task_serializer="json",
    result_serializer="json",
    accept_content=["json"],
)
