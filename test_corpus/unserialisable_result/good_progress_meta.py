from celery import shared_task

from mailing.send import deliver


@shared_task(bind=True)
def send_newsletter(self, addresses: list[str]) -> int:
    failed = set()
    for address in addresses:
        if not deliver(address):
            failed.add(address)
        self.update_state(state="PROGRESS", meta={"failed": sorted(failed)})
    return len(failed)
