"""Before Celery 5.7 a setting loaded with a namespace comes before one that is set on `conf` later."""

from typing import Any

import celery
from celery import Celery

from proofs import lab


class Settings:
    CELERY_TASK_ACKS_LATE = False
    CELERY_RESULT_EXPIRES = 3600


def loaded(source: Any) -> Any:
    app = Celery("proof", set_as_current=False)
    app.config_from_object(source, namespace="CELERY")
    return app


class Mended:
    CELERY_TASK_ACKS_LATE = True
    CELERY_RESULT_EXPIRES = 60


def prove() -> None:
    app = loaded(Settings)
    app.conf.task_acks_late = True
    app.conf.update(result_expires=60)
    honoured = celery.VERSION >= (5, 7)
    lab.claim("hazard: set later", app.conf.task_acks_late, honoured)
    lab.claim("hazard: updated later", app.conf.result_expires, 60 if honoured else 3600)
    mended = loaded(Mended)
    lab.claim("mended: in the source", (mended.conf.task_acks_late, mended.conf.result_expires), (True, 60))


if __name__ == "__main__":
    lab.main(prove)
