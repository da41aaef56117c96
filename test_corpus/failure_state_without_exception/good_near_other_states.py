"""Only three states are read back as exceptions; any dictionary does for the others."""

from celery import shared_task

from ferry.crossings import Storm, cross


@shared_task(bind=True)
def sail(self, crossing: int) -> None:
    self.update_state(state="PROGRESS", meta={"crossing": crossing})
    try:
        cross(crossing)
    except Storm as storm:
        self.update_state(state="CANCELLED", meta={"reason": str(storm)})
        return
    self.update_state(state="SUCCESS", meta={"crossing": crossing})
