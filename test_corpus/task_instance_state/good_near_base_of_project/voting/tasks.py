from celery import shared_task

from voting.bases import CountingTask
from voting.boxes import open_box


@shared_task(bind=True, base=CountingTask)
def count_votes(self, box_ids: list[int]) -> int:
    for box_id in box_ids:
        self.votes += len(open_box(box_id))
    return self.votes
