from celery import shared_task


@shared_task(bind=True)
def water(self, plant: str) -> None:
    from datetime import (
        datetime,
        timedelta,  # an hour
    )

    self.apply_async((plant,), eta=datetime.now() + timedelta(hours=1))  # expect CEL507: eta=datetime.now() + timedelta(hours=1)
    water.apply_async((plant,), eta=(timedelta(hours=1) + datetime.today()))  # expect CEL507: eta=(timedelta(hours=1) + datetime.today())
    water.apply_async((plant,), expires=datetime.now())  # expect CEL507: expires=datetime.now()
