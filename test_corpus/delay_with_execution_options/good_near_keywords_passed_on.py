"""The task passes its keywords on, and the stamp printer knows what `expires` is."""

from celery import Celery

from postage.printer import print_stamp

app = Celery("postage")


@app.task(name="postage.print")
def print_postage(letter_id: int, **details) -> None:
    print_stamp(letter_id, **details)


def frank(letter_id: int) -> None:
    print_postage.delay(letter_id, expires="2031-12-31", priority="registered")
