from celery import shared_task

from balloons.air import deflate, inflate
from balloons.log import log_leak


@shared_task
def clean_up() -> None:
    deflate()


@shared_task
def log_failure(exc, traceback) -> None:
    log_leak(exc, traceback)


@shared_task(bind=True)
def log_request(self, request, exc, traceback) -> None:
    log_leak(exc, request.id)


@shared_task
def report(request, exc, traceback) -> None:
    log_leak(exc, request.id)


@shared_task
def blow_up(balloon: int) -> None:
    inflate(balloon)


def party(balloon: int) -> None:
    blow_up.apply_async((balloon,), link_error=clean_up.s())  # expect CEL525: clean_up.s()
    blow_up.apply_async((balloon,), link_error=[log_failure.s(), log_request.s()])  # expect CEL525: log_failure.s() # expect CEL525: log_request.s()
    blow_up.s(balloon).on_error(report.si()).delay()  # expect CEL525: report.si()
    errback = report.si()
    balloons = blow_up.s(balloon)
    balloons.link_error(errback)  # expect CEL525: errback
    balloons.delay()
