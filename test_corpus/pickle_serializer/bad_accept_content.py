from celery import Celery

app = Celery("reports")
app.conf.update(
    task_serializer="pickle",
    result_serializer="pickle",
    accept_content=["json", "pickle"],  # expect CEL708: "pickle"
)
