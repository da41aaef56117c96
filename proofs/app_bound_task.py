"""A task of `app.task` is sent by its own app whichever is current; one of `shared_task` by the current one."""

from celery import Celery, shared_task

from proofs import lab

app = lab.memory_app()


@app.task
def bound() -> None: ...


@shared_task
def shared() -> None: ...


def prove() -> None:
    other = Celery("other", broker="memory://")
    other.set_current()
    lab.claim("hazard: the app of the bound task is the current one", bound.app is other, False)
    lab.claim("mended: the app of the shared task is", shared.app is other, True)
    app.set_current()
    lab.claim("it follows the current app", shared.app is app, True)
    lab.claim("where there is one app, both have it", bound.app is shared.app, True)


if __name__ == "__main__":
    lab.main(prove)
