from celery import shared_task

from parcels.labels import cancel, print_label


@shared_task(name="bad_copied.print_parcel")
def print_parcel(parcel: int) -> str:
    return print_label(parcel)


@shared_task(bind=True, name="bad_copied.cancel_parcel")
def cancel_parcel(self, parcel: int) -> None:
    cancel(parcel, by=self.request.id)
