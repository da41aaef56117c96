from celery import shared_task

from parcels.carriers import Carrier, CarrierOffline


@shared_task(
    bind=True,
    max_retries=3,
    autoretry_for=(CarrierOffline,),
    retry_backoff=True,
    retry_backoff_max=300,
)
def order_pickup(self, parcel_id: int, carrier: str) -> str:
    return Carrier(carrier).order_pickup(parcel_id)
