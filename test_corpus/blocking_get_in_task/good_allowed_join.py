from celery import chord, shared_task


@shared_task
def part(number: int) -> int:
    return number * 2


@shared_task
def add(doubled: list[int]) -> int:
    return sum(doubled)


@shared_task
def whole(numbers: list[int]) -> None:
    chord((part.s(number) for number in numbers), add.s()).delay()
