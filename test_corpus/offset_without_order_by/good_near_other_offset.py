"""No statement of SQL has this `offset`."""

from celery import shared_task

from charts.canvas import Canvas


@shared_task
def draw(values: list[int]) -> bytes:
    canvas = Canvas()
    left = 0
    for value in values:
        canvas.bar(value).offset(left).limit(100)
        left += 10
    return canvas.png()
