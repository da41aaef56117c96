from celery import shared_task

from aquarium.tanks import change_water, tanks


@shared_task(bind=True, ignore_result=False)
def change_all_water(self) -> None:
    found = tanks()
    for number, tank in enumerate(found, 1):
        change_water(tank)
        self.update_state(state="PROGRESS", meta={"current": number, "total": len(found)})
