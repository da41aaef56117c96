"""Where the packages begin is not known: the path may be named from any folder, and a task may have no name."""

from celery import shared_task

from choir.voices import Voice


@shared_task(name="good_near_short_and_long_paths.warm_up")
def warm_up() -> None:
    Voice().sing()


@shared_task(name="good_near_short_and_long_paths.good_near_short_and_long_paths.tune")
def tune() -> None:
    Voice().hum()


@shared_task
def rest() -> None:
    Voice().pause()
