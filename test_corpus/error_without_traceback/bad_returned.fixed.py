from celery import shared_task
from structlog import get_logger

from gallery.images import resize
from gallery.runner import run_async

logger = get_logger()


@shared_task(bind=True)
def resize_all(self, image_ids):
    return run_async(_resize_all(image_ids))


async def _resize_all(image_ids):
    failed = 0
    for image_id in image_ids:
        try:
            await resize(image_id)
        except Exception as error:
            logger.exception("resize_failed", image_id=image_id, error=str(error))
            failed += 1
    try:
        await resize("cover")
    except:
        logger.critical("no cover", exc_info=True)
        return {"failed": failed, "cover": False}
    return {"failed": failed, "cover": True}
