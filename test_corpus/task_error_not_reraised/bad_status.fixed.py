import time
from typing import Any

from library.celery_app import celery_app
from library.db import SessionLocal
from library.logging import get_logger
from library.metrics import observe_job

logger = get_logger(__name__)


@celery_app.task(name="library.tasks.loans.remind_borrowers")
def remind_borrowers() -> dict[str, Any]:
    """Write to everybody whose loan is due."""
    started = time.monotonic()
    status = "success"
    session = SessionLocal()
    results: dict[str, Any] = {"processed": 0, "errors": []}
    logger.info("REMIND_BORROWERS_START")

    try:
        from library.services import loans

        results["processed"] = loans.remind_all(session)
        session.commit()
    except Exception as error:
        status = "error"
        logger.error("REMIND_BORROWERS_ERROR error=%s", str(error))
        session.rollback()
        raise
    finally:
        session.close()
        observe_job("remind_borrowers", status, time.monotonic() - started)

    return results
