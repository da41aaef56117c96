"""One `try` around the whole loop: the first error ends it, and `with` rolls back."""

import logging

from celery import shared_task

from seating.db import SessionLocal
from seating.service import assign_seat

logger = logging.getLogger(__name__)


@shared_task
def assign_seats(guest_ids: list[int]) -> bool:
    with SessionLocal() as session:
        try:
            for guest_id in guest_ids:
                assign_seat(session, guest_id)
            session.commit()
        except Exception:
            logger.exception("nobody got a seat")
            return False
    return True
