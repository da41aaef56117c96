from celery import Celery

from sensors.api import poll

app = Celery("sensors")


class Poller:
    @app.task(max_retries=2)
    def poll(self, sensor_id: str) -> float:  # expect CEL109: def poll
        try:
            return poll(sensor_id)
        except ConnectionError as error:
            raise self.retry(exc=error)
