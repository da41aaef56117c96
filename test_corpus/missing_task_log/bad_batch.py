from celery import shared_task

from library.db import SessionLocal
from library.logging import get_logger

logger = get_logger(__name__)


@shared_task(name="library.tasks.overdue.remind_readers")
def remind_readers() -> dict:  # expect CEL801: def remind_readers
    """Remind the readers of overdue books."""
    session = SessionLocal()
    results = {"processed": 0, "errors": []}
    logger.info("REMIND_READERS_START")
    try:
        from library.services.loans import loan_service

        for loan in loan_service.overdue(session):
            loan_service.remind(session, loan)
            results["processed"] += 1
        session.commit()
    except Exception:  # expect CEL801: except Exception
        session.rollback()
        raise
    finally:
        session.close()
    return results
