from celery.utils.log import get_task_logger

from fleet.celery import app
from fleet.trackers import read_position

logger = get_task_logger(__name__)


@app.task(bind=True)
def refresh_positions(self, vehicle_ids):
    for vehicle_id in vehicle_ids:
        try:
            position = read_position(vehicle_id)
        except OSError as error:
            logger.warning(
                "No position of {}: {}".format(vehicle_id, error)
            )
            continue
        logger.debug("Vehicle %s is at %s", vehicle_id, position)
    logger.log(20, "Refreshed " + str(len(vehicle_ids)))
