"""The first argument is what it should be: the arguments of the next run."""

from celery import shared_task

from mailing.lists import send_part


@shared_task(bind=True)
def send_batch(self, addresses: list[str], sent: int = 0) -> int:
    try:
        return send_part(addresses)
    except ConnectionError as error:
        rest = (addresses[error.errno :], sent + 1)
        raise self.retry(rest, exc=error)


@shared_task(bind=True)
def send_rest(self, *addresses: str) -> int:
    left = [address for address in addresses if not send_part([address])]
    if left:
        raise self.retry(left, countdown=60)
    if not addresses:
        raise self.retry((), {"force": True}, countdown=60)
    return len(addresses)
