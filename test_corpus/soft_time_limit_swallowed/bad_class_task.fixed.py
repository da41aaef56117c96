import logging

from celery import Task
from celery.exceptions import SoftTimeLimitExceeded

from plants.celery import app
from plants.sensors import Sensor, sensors_in

logger = logging.getLogger(__name__)


class ReadSensors(Task):
    name = "plants.read_sensors"
    soft_time_limit = 45

    def run(self, greenhouse: str) -> list[float]:
        return [value for value in map(self.read, sensors_in(greenhouse)) if value is not None]

    def read(self, sensor: Sensor) -> float | None:
        value = None
        for attempt in range(3):
            try:
                value = sensor.temperature()
            except SoftTimeLimitExceeded:
                raise
            except BaseException as error:
                logger.info("sensor %s, attempt %d: %s", sensor, attempt, error)
        return value


app.register_task(ReadSensors())
