"""The project's own decorator takes the queue by place, and hands it to Celery by name."""

from celery import Celery

from photos.filters import apply_filter

app = Celery("photos")


def queued(queue, **options):
    def decorate(function):
        return app.task(queue=queue, **options)(function)

    return decorate


@queued("slow", ignore_result=True)
def blur(photo_id: int) -> None:
    apply_filter(photo_id, "blur")
