from celery import shared_task

from scans.archive import changed_since, store


@shared_task(bind=True)
def archive_changes(self, folder: str) -> None:
    changes = changed_since(folder, self.last_change)  # expect CEL122: self.last_change
    for change in changes:
        store(change)
    self.last_change = changes[-1].time
