"""Another file may register what this one makes: a class with a name, an object of the module, one that is given."""

from celery import Task

from fencing.foils import bend, polish


class Polish(Task):
    name = "fencing.polish"

    def run(self, foil: int) -> None:
        polish(foil)


class Bend(Task):
    def run(self, foil: int) -> None:
        bend(foil)


bend_foil = Bend()


def prepare(foil: int, bending: Bend) -> None:
    Polish().delay(foil)
    bend_foil.delay(foil)
    bending.delay(foil)
