from celery import shared_task

from observatory.plates import expose, plates_of


@shared_task(bind=True)
def photograph(self, star: str) -> int:
    plates = plates_of(star)
    for number, plate in enumerate(plates, 1):
        expose(plate)
        self.update_state(state="PROGRESS", meta={"current": number, "total": len(plates)})
    return len(plates)
