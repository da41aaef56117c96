"""Where the results are kept is said in another file."""

from celery import chord, shared_task

from census.sheets import add, count


@shared_task(ignore_result=True)
def count_sheet(sheet: str) -> int:
    return count(sheet)


@shared_task
def add_sheets(counts: list[int]) -> None:
    add(counts)


def census(sheets: list[str]) -> None:
    chord([count_sheet.s(sheet) for sheet in sheets])(add_sheets.s())
