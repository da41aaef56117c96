from celery import shared_task
from celery.utils.log import get_task_logger

from harbour.ships import dock

logger = get_task_logger(__name__)


@shared_task
def dock_ship(ship_id):
    logger.info("docking %s", ship_id)
    dock(ship_id)
