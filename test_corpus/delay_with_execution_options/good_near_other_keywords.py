"""All of these keywords are the task's own; the options stand in a dictionary beside them."""

from celery import shared_task

from looms.patterns import weave

NIGHT_SHIFT = {"queue": "night", "priority": 1}


@shared_task
def weave_cloth(pattern: str, *, metres: int = 10, options: dict | None = None) -> int:
    return weave(pattern, metres, **(options or {}))


def order(pattern: str, metres: int) -> None:
    weave_cloth.delay(pattern, metres=metres)
    weave_cloth.delay(pattern=pattern, metres=metres, options={"countdown": 3})
    weave_cloth.delay(pattern, options=NIGHT_SHIFT)
    weave_cloth.apply_async((pattern,), **NIGHT_SHIFT)
