from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from pathlib import Path

from celery import Celery, chain

app = Celery("darkroom")


class Paper(Enum):
    MATT = "matt"
    GLOSSY = "glossy"


@dataclass
class Print:
    width: int
    height: int


@app.task
def develop(film: str, options: dict) -> str:
    return film + str(options)


@app.task
def enlarge(negative: str, *args) -> None:
    print(negative, args)


def order(film: str) -> None:
    develop.delay(Path("films") / film, {"paper": Paper.MATT})  # expect CEL505: Paper.MATT
    develop.delay(film, options={"drying": [timedelta(minutes=5)]})  # expect CEL505: timedelta(minutes=5)
    app.send_task("darkroom.cut", (Print(9, 13),))  # expect CEL505: Print(9, 13)
    chain(develop.s(film, {}), enlarge.s(lambda paper: paper)).delay()  # expect CEL505: lambda paper: paper
    enlarge.delay_on_commit(film, Path("prints"))  # expect CEL505: Path("prints")
