from warehouse.celery import celery_app
from warehouse.stock import count_shelf, shelves_of


@celery_app.task(bind=True, name="warehouse.take_stock", acks_late=True)
def take_stock(self, hall: str) -> int:
    """Count every shelf of one hall; this was a method of the stock service once."""
    total = 0
    for shelf in shelves_of(hall):
        total += count_shelf(shelf)
        self.logger.info("shelf %s counted", shelf)
    return total
