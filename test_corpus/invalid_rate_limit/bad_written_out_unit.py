from celery import Celery

from maps.geocoder import locate
from maps.models import Address

app = Celery("maps")
GEOCODER_LIMIT = "10/min"


@app.task(bind=True, max_retries=5, rate_limit=GEOCODER_LIMIT)  # expect CEL707: GEOCODER_LIMIT
def geocode(self, address_id: int) -> None:
    address = Address.objects.get(pk=address_id)
    try:
        address.point = locate(address.text)
    except TimeoutError as error:
        raise self.retry(exc=error, countdown=30) from error
    address.save()
