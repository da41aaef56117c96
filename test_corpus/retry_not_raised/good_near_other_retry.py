"""These objects have a `retry` method, and none of them is a task."""

from celery import shared_task

from uploads.client import Upload, UploadQueue


class Uploader:
    def __init__(self, queue: UploadQueue) -> None:
        self.queue = queue

    def push(self, upload: Upload) -> bool:
        if not upload.send():
            self.retry(upload)
        return upload.done

    def retry(self, upload: Upload) -> None:
        self.queue.append(upload)


@shared_task
def push_uploads(folder: str) -> None:
    queue = UploadQueue(folder)
    for upload in queue.failed():
        upload.retry(times=2)
    Uploader(queue).push(queue.first())
