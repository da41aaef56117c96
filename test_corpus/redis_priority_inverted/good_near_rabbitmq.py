"""With RabbitMQ the largest number comes first."""

from celery import Celery

app = Celery("clinic", broker="amqp://rabbit//")
app.conf.task_routes = {
    "clinic.tasks.emergency.*": {"queue": "wards", "priority": 9},
    "clinic.tasks.cleanup.*": {"queue": "wards", "priority": 1},
}
