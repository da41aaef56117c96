"""A task made with `current_app.task` before the project's app exists belongs to an app without settings."""

from celery import Celery, current_app, shared_task

from proofs import lab


@current_app.task
def early() -> None: ...


@shared_task
def shared() -> None: ...


def prove() -> None:
    app = Celery("proof", broker="memory://")
    lab.claim("hazard: its app is the project's", early.app is app, False)
    with early.app.connection_for_write() as connection:
        lab.claim("hazard: it is sent to", connection.as_uri(), "amqp://guest:**@localhost:5672//")
    lab.claim("mended: the app of the shared task is the project's", shared.app is app, True)

    @current_app.task
    def late() -> None: ...

    lab.claim("after the app is made, it is the project's", late.app is app, True)


if __name__ == "__main__":
    lab.main(prove)
