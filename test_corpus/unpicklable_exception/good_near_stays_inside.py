"""The exception does not leave the task, or nobody is given it."""

from celery import shared_task

from cinema.posters import Printer


class PaperJam(Exception):
    def __init__(self, printer: str, tray: int) -> None:
        super().__init__(f"{printer}, tray {tray}")


class InkEmpty(Exception):
    def __init__(self, printer: str, colour: str) -> None:
        super().__init__(f"{printer} needs {colour}")


class NotATaskError(Exception):
    def __init__(self, printer: str, code: int) -> None:
        super().__init__(f"{printer}: {code}")


def feed(printer: str) -> None:
    if not Printer(printer).feed():
        raise PaperJam(printer, 1)


@shared_task
def print_poster(printer: str) -> bool:
    try:
        feed(printer)
    except PaperJam:
        return False
    return True


@shared_task(ignore_result=True)
def print_tickets(printer: str) -> None:
    if Printer(printer).is_empty:
        raise InkEmpty(printer, "black")


def reset(printer: str) -> None:
    raise NotATaskError(printer, 7)
