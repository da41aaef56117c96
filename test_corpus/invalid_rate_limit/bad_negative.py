from celery import shared_task

from parcels.labels import print_label


@shared_task(rate_limit="-5/m")  # expect CEL707: "-5/m"
def print_parcel_label(parcel_id: int) -> None:
    print_label(parcel_id)
