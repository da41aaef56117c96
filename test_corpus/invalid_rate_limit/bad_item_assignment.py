import os

from celery import Celery

app = Celery("alerts", broker=os.environ["BROKER_URL"])
app.conf["task_annotations"] = {
    "alerts.page": {"rate_limit": "ten/m"},  # expect CEL707: "ten/m"
}
app.conf.task_default_rate_limit = "5/10s"  # expect CEL707: "5/10s"
