"""The tasks have parameters of these names: a patient's queue, a parcel's arrival."""

from celery import shared_task

from clinic.waiting import call_patient
from parcels.tracking import announce


@shared_task
def call_next(queue: str, priority: int = 0) -> None:
    call_patient(queue, priority)


@shared_task(bind=True)
def announce_parcel(self, parcel: str, *, eta: str) -> None:
    announce(parcel, eta, reference=self.request.id)


def desk_is_free(desk: str, parcel: str) -> None:
    call_next.delay(queue=desk, priority=2)
    announce_parcel.delay(parcel, eta="14:30")
    announce_parcel.s(parcel, eta="15:00").apply_async(countdown=1800)
