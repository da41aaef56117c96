"""The class says what the task does, or its `run`; a class that nobody registers here may be a base."""

from celery import Celery, Task

from museum.labels import print_label

app = Celery("museum")


class PrintLabel(Task):
    """Prints the label of an exhibit."""

    name = "museum.print_label"

    def run(self, exhibit: int) -> None:
        print_label(exhibit)


class PrintSign(Task):
    name = "museum.print_sign"

    def run(self, room: int) -> None:
        """Print the sign at the door of a room."""
        print_label(room, size="A1")


class Printing(Task):
    def run(self, number: int) -> None:
        raise NotImplementedError


app.register_task(PrintLabel())
app.tasks.register(PrintSign())
