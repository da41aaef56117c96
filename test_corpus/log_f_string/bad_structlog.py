from celery import shared_task
from structlog import get_logger

from catalogue.tasks.utils import run_async

logger = get_logger()


@shared_task(bind=True)
def import_prices(self, supplier_id: int) -> dict:
    """Read the price list of one supplier."""
    return run_async(_import_prices(supplier_id))


async def _import_prices(supplier_id: int) -> dict:
    log = logger.bind(supplier_id=supplier_id)
    log.info(f"import of {supplier_id} begins")  # expect CEL802: f"import of {supplier_id} begins"
    return {"processed": 0}
