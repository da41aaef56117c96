from celery import Celery

from cinema.films import Film
from cinema.tickets import Ticket

app = Celery("cinema")


class CinemaError(LookupError):
    pass


class FilmMissing(CinemaError):
    def __init__(self, title, *, year):  # expect CEL230: def __init__
        LookupError.__init__(self, title)
        self.year = year


class TicketVoid(CinemaError):
    def __init__(self, number, reason="used"):  # expect CEL230: def __init__
        self.number, self.reason = number, reason


class NoShow(ValueError):
    def __init__(self):
        super().__init__("nobody came", 0)

    __str__ = ValueError.__str__


class Closed(Exception):
    def __init__(self):  # expect CEL230: def __init__
        super().__init__("the cinema is closed")


def find(title: str, year: int) -> Film:
    film = Film.of(title, year)
    if film is None:
        raise FilmMissing(title, year=year)
    if not film.is_shown:
        raise Closed()
    return film


@app.task
def check_ticket(number: int, title: str, year: int) -> bool:
    find(title, year)
    if Ticket(number).is_used:
        raise TicketVoid(number=number)
    return True
