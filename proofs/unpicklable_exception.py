"""An exception whose `__init__` takes more than its `args` hold reaches the caller as another; not `autoretry_for`."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


class HallFullError(Exception):
    def __init__(self, hall: str, seats: int) -> None:
        super().__init__(f"{hall} has only {seats} seats")


class MendedError(Exception):
    def __init__(self, hall: str, seats: int) -> None:
        super().__init__(hall, seats)


class FilmMissingError(LookupError):
    def __init__(self, title: str, *, year: int) -> None:
        super().__init__(title)


class ClosedError(Exception):
    def __init__(self) -> None:
        super().__init__("the cinema is closed")


class TicketVoidError(Exception):
    def __init__(self, number: int) -> None:
        self.number = number


@app.task
def book() -> None:
    raise HallFullError("red", 3)


@app.task
def book_mended() -> None:
    raise MendedError("red", 3)


@app.task
def find() -> None:
    raise FilmMissingError("M", year=1931)


@app.task
def enter() -> None:
    raise ClosedError


@app.task
def check() -> None:
    raise TicketVoidError(number=7)


@app.task
def check_by_place() -> None:
    raise TicketVoidError(7)


@app.task(autoretry_for=(HallFullError,), max_retries=1, retry_kwargs={"countdown": 0})
def book_again() -> None:
    runs.append("run")
    raise HallFullError("red", 3)


def raised(task: Any) -> str | None:
    """What waiting for a task raises."""
    result = task.delay()
    lab.outcome(result)
    return lab.raised_by(result.get, timeout=5)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the caller gets", raised(book), "UnpickleableExceptionWrapper")
        lab.claim("hazard: of a keyword-only parameter", raised(find), "LookupError")
        lab.claim("hazard: of a class that takes nothing", raised(enter), "UnpickleableExceptionWrapper")
        lab.claim("hazard: of one made by keyword", raised(check), "UnpickleableExceptionWrapper")
        lab.claim("made by place", raised(check_by_place), "TicketVoidError")
        lab.claim("mended: the caller gets", raised(book_mended), "MendedError")
        raised(book_again)
        lab.claim("autoretry_for sees the real one: runs", len(runs), 2)


if __name__ == "__main__":
    lab.main(prove)
