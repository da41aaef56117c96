"""The caller needs the value now; a task without options is but a function to another task; and
what fails in the last one is retried by the task that calls it."""

from celery import shared_task

from stock.store import load_levels, save_report


@shared_task
def count_stock(shelf: str) -> int:
    return sum(load_levels(shelf))


@shared_task
def report_stock(shelves: list[str]) -> dict[str, int]:
    totals = {shelf: count_stock(shelf) for shelf in shelves}
    total = count_stock("returns")
    save_report(totals, total)
    return totals


@shared_task
def forget_old_reports(days: int) -> None:
    save_report({}, days)


@shared_task
def start_day() -> None:
    forget_old_reports(90)
    save_report({}, 0)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True)
def push_report(day: str) -> None:
    save_report({}, day)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True)
def close_day(day: str) -> None:
    push_report(day)
    save_report({}, 0)
