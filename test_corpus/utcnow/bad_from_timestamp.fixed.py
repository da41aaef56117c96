import datetime

from celery import shared_task

from museum.sensors import read_sensor


@shared_task(bind=True)
def read_humidity(self, sensor_id):
    reading = read_sensor(sensor_id)
    return _describe(reading)


def _describe(reading):
    taken = datetime.datetime.fromtimestamp(reading.seconds, datetime.timezone.utc)
    return {
        "taken": taken.isoformat(),
        "stored": datetime.datetime.now(datetime.timezone.utc).isoformat(),
    }
