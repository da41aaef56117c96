from typing import Any

from gym.celery_app import celery_app
from gym.db import SessionLocal
from gym.logging import get_logger

logger = get_logger(__name__)


@celery_app.task(name="gym.tasks.members.renew_memberships")
def renew_memberships() -> dict[str, Any]:
    """Renew what ends today."""
    session = SessionLocal()
    results: dict[str, Any] = {"processed": 0, "errors": []}
    logger.info("RENEW_MEMBERSHIPS_START")

    try:
        from gym.services.members import membership_service

        ending = membership_service.list_ending(session)
        for membership in ending:
            key = membership.id
            try:
                with session.begin_nested():
                    membership_service.renew(session, membership)
                results["processed"] += 1
            except Exception as error:
                results["errors"].append({"id": str(key), "error": str(error)})
                logger.error("renew_memberships_item_error id=%s error=%s", key, str(error))

        session.commit()
        logger.info("RENEW_MEMBERSHIPS_COMPLETE processed=%d", results["processed"])
    except Exception as error:
        logger.error("RENEW_MEMBERSHIPS_ERROR error=%s", str(error))
        session.rollback()
        raise
    finally:
        session.close()

    return results
