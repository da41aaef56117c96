from celery import Celery

app = Celery("metrics")
app.conf.update(
    task_serializer="msgpack",  # expect CEL709: "msgpack"
    result_serializer="json",
    accept_content=["json"],
)
