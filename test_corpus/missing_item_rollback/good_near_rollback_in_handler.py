"""Every item is committed on its own, and the handler rolls back."""

import logging

from celery import shared_task

from mailings.db import SessionLocal
from mailings.service import enrol

logger = logging.getLogger(__name__)


@shared_task
def enrol_readers(mailing_id: int, addresses: list[str]) -> None:
    with SessionLocal() as session:
        for address in addresses:
            try:
                enrol(session, mailing_id, address)
                session.commit()
            except Exception:
                session.rollback()
                logger.exception("%s not enrolled", address)
