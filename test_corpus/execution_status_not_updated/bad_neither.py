from celery import shared_task

from weather.stations import read_stations


@shared_task(bind=True, autoretry_for=(OSError,), max_retries=3)
def collect_readings(self, execution_id: str = None, region: str = "north") -> dict:  # expect CEL805: def collect_readings
    """Read all stations of a region."""
    readings = read_stations(region)
    return {"status": "success", "readings": len(readings)}
