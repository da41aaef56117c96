import logging

from celery import shared_task

from parcels.models import Parcel

logger = logging.getLogger(__name__)


@shared_task
def print_label(parcel_id):
    parcel = Parcel.load(parcel_id)
    logger.info("Printing label of parcel %s", parcel.number)
    parcel.print_label()
