import time

from celery import shared_task

from vineyard.db import SessionLocal
from vineyard.logging import get_logger
from vineyard.metrics import observe_job

logger = get_logger(__name__)


@shared_task(name="vineyard.tasks.soil.read_probes")
def read_probes() -> dict:
    """Read the probes in the soil."""
    start = time.monotonic()
    status = "success"
    session = SessionLocal()
    try:
        from vineyard.services.soil import soil_service

        return {"processed": soil_service.read_all(session)}
    except Exception as error:
        status = "error"
        logger.error("READ_PROBES_ERROR error=%s", error)
        raise
    finally:
        session.close()
        observe_job("read_probes", status, time.monotonic() - start)
