"""A batch whose whole work is done by a service: the task opens, counts, commits, measures and closes."""

import time
from typing import Any

from shop.celery_app import celery_app
from shop.db import SessionLocal
from shop.logging import get_logger
from shop.metrics import observe_job

logger = get_logger(__name__)


@celery_app.task(name="shop.tasks.stale_carts.expire_carts")
def expire_carts(hours: int = 48) -> dict[str, Any]:
    """Expire carts that nobody has touched for some hours."""
    start = time.monotonic()
    status = "success"
    session = SessionLocal()
    logger.info("EXPIRE_CARTS_START hours=%d", hours)
    results: dict[str, Any] = {"expired": 0, "failures": []}
    try:
        from shop.services import carts

        for cart in carts.list_stale(session, hours):
            try:
                carts.expire(session, cart)
                results["expired"] += 1
            except Exception as error:
                session.rollback()
                results["failures"].append({"id": str(cart.id), "error": str(error)})
                logger.error("expire_carts_item_error id=%s error=%s", cart.id, str(error))
        session.commit()
        logger.info("EXPIRE_CARTS_COMPLETE expired=%d failures=%d", results["expired"], len(results["failures"]))
    except Exception as error:
        status = "error"
        logger.error("EXPIRE_CARTS_ERROR error=%s", str(error))
        session.rollback()
        raise
    finally:
        session.close()
        observe_job("expire_carts", status, time.monotonic() - start)
    return results
