"""What is disposed of is no engine."""

from celery import shared_task

from printing.devices import open_printer


@shared_task
def print_label(text: str) -> None:
    printer = open_printer("labels")
    printer.write(text)
    printer.dispose()
