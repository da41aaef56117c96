"""A program that exits is run inside the task, and the exit is taken."""

import sys

from celery import shared_task

from legacy.report import build


def run_report(arguments: list[str]) -> None:
    if not build(arguments):
        sys.exit(2)


@shared_task
def make_report(month: str) -> str:
    try:
        run_report(["--month", month])
        if not month:
            sys.exit("no month")
    except SystemExit as error:
        return f"failed with {error.code}"
    return "done"
