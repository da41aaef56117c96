from celery import shared_task

from postoffice.db import SessionLocal
from postoffice.logging import get_logger

logger = get_logger(__name__)


@shared_task(name="postoffice.tasks.deliver.deliver_all")
def deliver_all() -> dict:
    """Deliver what lies in the office."""
    results = {"processed": 0, "errors": []}
    with SessionLocal() as session:
        from postoffice.services.letters import letter_service

        for letter in letter_service.waiting(session):
            try:
                letter_service.deliver(letter)
                results["processed"] += 1
            except Exception as error:
                results["errors"].append({"id": str(letter.id), "error": str(error)})
                logger.error("deliver_all_item_error error=%s", error)  # expect CEL811: logger.error("deliver_all_item_error error=%s", error)
    return results
