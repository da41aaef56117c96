import logging

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from shipping.labels import print_label, waiting_parcels

logger = logging.getLogger(__name__)


def _print_all(depot: str) -> int:
    printed = 0
    for parcel in waiting_parcels(depot):
        try:
            print_label(parcel)
        except SoftTimeLimitExceeded:
            raise
        except Exception as error:
            logger.error("no label for %s: %s", parcel, error)
        else:
            printed += 1
    return printed


@shared_task(name="shipping.print_labels", soft_time_limit=240)
def print_labels(depot: str) -> int:
    return _print_all(depot)
