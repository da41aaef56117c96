"""Of two tasks with one name, one is unreachable: its `delay` runs the other."""

from celery import Task

from proofs import lab

app = lab.memory_app()


@app.task(name="mail.send")
def send_invoice() -> str:
    return "invoice"


@app.task(name="mail.send")
def send_reminder() -> str:
    return "reminder"


class Room:
    @staticmethod
    @app.task
    def clean() -> str:
        return "room"


class Hall:
    @staticmethod
    @app.task
    def clean() -> str:
        return "hall"


class OpenGate(Task):  # type: ignore[misc]
    name = "gate"

    def run(self) -> str:
        return "open"


class CloseGate(Task):  # type: ignore[misc]
    name = "gate"

    def run(self) -> str:
        return "closed"


@app.task(name="mail.warn")
def send_warning() -> str:
    return "warning"


def prove() -> None:
    opened, closed = app.register_task(OpenGate()), app.register_task(CloseGate())
    with lab.worker_thread(app):
        given = {lab.outcome(task.delay()) for task in (send_invoice, send_reminder)}
        lab.claim("hazard: results of the two tasks", len(given), 1)
        cleaned = {lab.outcome(task.delay()) for task in (Room.clean, Hall.clean)}
        lab.claim("hazard: results of the two static methods", len(cleaned), 1)
        gates = [lab.outcome(opened.delay()), lab.outcome(closed.delay())]
        lab.claim("hazard: results of the two classes", gates, [("SUCCESS", "closed"), ("SUCCESS", "closed")])

        lab.claim("mended: a name of its own gives", lab.outcome(send_warning.delay()), ("SUCCESS", "warning"))


if __name__ == "__main__":
    lab.main(prove)
