from celery import group, shared_task
from celery.result import allow_join_result


@shared_task
def part(number: int) -> int:
    return number * 2


@shared_task
def whole(numbers: list[int]) -> int:
    with allow_join_result():
        doubled = group(part.s(number) for number in numbers).delay().get()  # expect CEL502: group(part.s(number) for number in numbers).delay().get()
    first = part.delay(1).get(disable_sync_subtasks=False)  # expect CEL502: part.delay(1).get(disable_sync_subtasks=False)
    return sum(doubled) + first
