import logging

from celery import shared_task

from parcels.models import Parcel

logger = logging.getLogger(__name__)


@shared_task
def print_label(parcel_id):
    parcel = Parcel.load(parcel_id)
    logger.info(f"Printing label of parcel {parcel.number}")  # expect CEL802: f"Printing label of parcel {parcel.number}"
    parcel.print_label()
