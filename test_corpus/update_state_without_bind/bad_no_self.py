from celery import shared_task

from archive.scans import pages_of, scan_page


@shared_task
def digitise(volume: str) -> int:
    pages = pages_of(volume)
    for number, page in enumerate(pages, 1):
        scan_page(page)
        self.update_state(state="PROGRESS", meta={"current": number, "total": len(pages)})  # expect CEL806: self.update_state
    return len(pages)
