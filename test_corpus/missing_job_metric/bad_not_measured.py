from celery import shared_task

from vineyard.db import SessionLocal
from vineyard.logging import get_logger

logger = get_logger(__name__)


@shared_task(name="vineyard.tasks.soil.read_probes")
def read_probes() -> dict:  # expect CEL803: def read_probes
    """Read the probes in the soil."""
    session = SessionLocal()
    try:
        from vineyard.services.soil import soil_service

        return {"processed": soil_service.read_all(session)}
    finally:
        session.close()
