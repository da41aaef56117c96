from celery import shared_task

from archive.scans import pages_of, scan_page


@shared_task(bind=True)
def digitise(self, volume: str) -> int:
    pages = pages_of(volume)
    for number, page in enumerate(pages, 1):
        scan_page(page)
        self.update_state(state="PROGRESS", meta={"current": number, "total": len(pages)})
    return len(pages)
