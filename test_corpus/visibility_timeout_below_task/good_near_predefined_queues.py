"""A queue that was made beforehand has the visibility timeout that it was given then."""

from celery import Celery

app = Celery("orchards", broker="sqs://")
app.conf.broker_transport_options = {
    "predefined_queues": {"celery": {"url": "https://sqs.eu-west-1.amazonaws.com/1234/orchards"}},
}
app.conf.update(task_acks_late=True, task_time_limit=7200)
