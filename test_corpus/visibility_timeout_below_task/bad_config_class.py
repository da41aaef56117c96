from celery import Celery

from tundra.herd import count_reindeer


class CeleryConfig:
    broker_url = "redis://localhost/0"
    broker_transport_options = {"socket_keepalive": True}
    task_acks_late = True
    task_soft_time_limit = 2 * 3600  # expect CEL719: 2 * 3600


app = Celery("tundra")
app.config_from_object(CeleryConfig)


@app.task
def count(valley: str) -> int:
    return count_reindeer(valley)
