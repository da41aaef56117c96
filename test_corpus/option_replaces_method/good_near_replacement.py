"""A function of the same kind replaces the method on purpose."""

from celery import shared_task

from tracing.celery import traced_apply_async, traced_signature

from parcels.tracking import track


def delay_on_quiet_days(self, *args, **kwargs):
    return self.apply_async(args, kwargs, countdown=60)


@shared_task(apply_async=traced_apply_async, signature=traced_signature, delay=delay_on_quiet_days)
def track_parcel(number: str) -> None:
    track(number)
