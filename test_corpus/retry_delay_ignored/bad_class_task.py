from celery import Task

from parcels.celery import app
from parcels.scales import ScaleBusy, weigh


class WeighParcel(Task):
    name = "parcels.weigh"
    autoretry_for = (ScaleBusy,)
    retry_backoff = 2
    default_retry_delay = 10 * 60  # expect CEL210: 10 * 60

    def run(self, parcel_id: int) -> float:
        return weigh(parcel_id)


weigh_parcel = app.register_task(WeighParcel())
