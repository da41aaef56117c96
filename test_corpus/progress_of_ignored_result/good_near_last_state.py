"""The tasks write their last states themselves."""

from celery import shared_task

from lighthouse.lamps import clean, lamps


@shared_task(bind=True, ignore_result=True)
def clean_lamps(self) -> None:
    for number, lamp in enumerate(lamps(), 1):
        clean(lamp)
        self.update_state(state="PROGRESS", meta={"current": number})
    self.update_state(state="SUCCESS")


@shared_task(bind=True, ignore_result=True)
def clean_lamp(self, lamp: str) -> None:
    self.update_state(state="PROGRESS", meta={"lamp": lamp})
    self.update_state(state="CLEAN" if clean(lamp) else "BROKEN")


@shared_task(bind=True, ignore_result=True)
def clean_tower(self, tower: str) -> None:
    self.update_state(state="PROGRESS", meta={"tower": tower})
    raise self.replace(clean_lamps.si().set(task_id=tower))
