"""Values are handed over by name; an f-string among them is a value, and one without fields is plain text."""

import structlog
from celery import shared_task

logger = structlog.get_logger()


@shared_task
def rotate_keys(tenant, region):
    logger.info(f"rotation begins", tenant=tenant, bucket=f"keys-{region}")
    logger.info("rotation complete", **{"tenant": tenant, "region": region})
