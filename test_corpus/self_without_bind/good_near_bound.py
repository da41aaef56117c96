"""Bound tasks: the first argument is the task."""

from celery import Celery, shared_task

from archive.storage import move_to_cold_storage

app = Celery("archive")
BOUND = True


@shared_task(bind=True)
def freeze_document(self, document_id: int) -> str:
    return move_to_cold_storage(document_id)


@app.task(bind=BOUND, name="archive.freeze_folder")
def freeze_folder(self, document_ids: list[int]) -> list[str]:
    return [move_to_cold_storage(document_id) for document_id in document_ids]
