from celery import shared_task


@shared_task(bind=True)
def count_revoked(self, worker: str) -> int:
    return len((self.app.control.inspect([worker]).revoked() or {})[worker])
