from celery import shared_task


@shared_task(bind=True)
def water(self, plant: str) -> None:
    from datetime import (
        datetime,
        timedelta,  # an hour
        timezone,
    )

    self.apply_async((plant,), eta=datetime.now(timezone.utc) + timedelta(hours=1))
    water.apply_async((plant,), eta=(timedelta(hours=1) + datetime.now(timezone.utc)))
    water.apply_async((plant,), expires=datetime.now(timezone.utc))
