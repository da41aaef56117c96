"""What JSON, MessagePack and YAML make is data (kombu loads YAML safely)."""

from celery import Celery, shared_task

app = Celery("reports")
app.conf.task_serializer = "msgpack"
app.conf.accept_content = ["json", "yaml", "msgpack"]


@shared_task(serializer="yaml")
def describe(report_id):
    return report_id
