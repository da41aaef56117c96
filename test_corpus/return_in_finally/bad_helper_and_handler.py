import logging

from celery import Celery

from catalog.images import NoImage, scale

app = Celery("catalog")
logger = logging.getLogger(__name__)


def _scale(image_id: int) -> bool:
    done = False
    try:
        scale(image_id)
        done = True
    except NoImage:
        logger.info("no image %s", image_id)
    finally:
        if not done:
            logger.info("image %s not scaled", image_id)
            return False  # expect CEL224: return False
    return True


@app.task
def scale_image(image_id: int) -> str:
    result = "failed"
    try:
        result = "scaled" if _scale(image_id) else "missing"
    except Exception:
        logger.exception("image %s", image_id)
        raise
    finally:
        return result  # expect CEL224: return result
