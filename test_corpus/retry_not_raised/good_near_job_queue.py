"""`task` is a record out of the database here, and its `retry` returns."""

from celery import shared_task

from moderation.models import ReviewTask


@shared_task(name="moderation.revive")
def revive(review_ids: list[int]) -> int:
    for task in ReviewTask.load(review_ids):
        task.retry(reason="reviewer on leave")
    return len(review_ids)


@shared_task(bind=True, name="moderation.revive_one")
def revive_one(self, review_id: int) -> bool:
    (review,) = ReviewTask.load([review_id])
    return review.retry(requested_by=self.request.id)
