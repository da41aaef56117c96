"""Whether the call raises is decided at run time."""

from celery import shared_task

from parking.barriers import BarrierStuck, open_barrier


@shared_task(bind=True, max_retries=2)
def let_in(self, barrier: str, strict: bool = True) -> None:
    try:
        open_barrier(barrier)
    except BarrierStuck as error:
        self.retry(exc=error, throw=strict)


@shared_task(bind=True, max_retries=2)
def let_out(self, barrier: str, **retry_options) -> None:
    try:
        open_barrier(barrier, outwards=True)
    except BarrierStuck as error:
        self.retry(exc=error, **retry_options)
