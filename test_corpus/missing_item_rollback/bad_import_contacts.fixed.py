import logging

from celery import shared_task

from crm.db import SessionLocal
from crm.models import Contact

logger = logging.getLogger(__name__)


@shared_task
def import_contacts(rows: list[dict]) -> int:
    imported = 0
    with SessionLocal() as session:
        for row in rows:
            try:
                with session.begin_nested():
                    session.add(Contact(**row))
                    session.flush()
                imported += 1
            except Exception as error:
                logger.warning("contact %s not imported: %s", row["email"], error)
        session.commit()
    return imported
