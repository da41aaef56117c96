import datetime

from celery import shared_task

from museum.sensors import read_sensor


@shared_task(bind=True)
def read_humidity(self, sensor_id):
    reading = read_sensor(sensor_id)
    return _describe(reading)


def _describe(reading):
    taken = datetime.datetime.utcfromtimestamp(reading.seconds)  # expect CEL807: datetime.datetime.utcfromtimestamp(reading.seconds)
    return {
        "taken": taken.isoformat(),
        "stored": datetime.datetime.utcnow().isoformat(),  # expect CEL807: datetime.datetime.utcnow()
    }
