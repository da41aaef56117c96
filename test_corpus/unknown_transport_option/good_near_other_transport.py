"""Options of a transport that kombu does not ship, and all of SQS's."""

from celery import Celery

app = Celery("shop", broker="sqs://")
app.conf.broker_transport_options = {
    "region": "eu-west-1",
    "visibility_timeout": 7200,
    "polling_interval": 5,
    "wait_time_seconds": 20,
    "predefined_queues": {"orders": {"url": "https://sqs.eu-west-1.amazonaws.com/1/orders"}},
    "partition_strategy": "hash",
}
