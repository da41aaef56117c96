from celery import chord, shared_task


@shared_task
def roll(barrel: int) -> int:
    return barrel


@shared_task
def stack(barrels: list[int]) -> int:
    return len(barrels)


def store(barrels: list[int]) -> None:
    chord([roll.s(barrel) for barrel in barrels])(stack.s())
