"""`delay_on_commit` gives None, and only tasks of DjangoTask have it."""

from celery import VERSION, Celery, Task
from celery.utils import uuid

from proofs import lab


def prove() -> None:
    if VERSION[:2] < (5, 4):
        lab.skip("Celery has delay_on_commit from 5.4 on")
    try:
        import django
        from django.conf import settings
    except ImportError:
        lab.skip("Django is not installed")
    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "django.db"}})
    django.setup()
    from celery.contrib.django.task import DjangoTask
    from django.db import transaction

    app = Celery("proof", broker="memory://", backend="cache+memory://", task_cls=DjangoTask)
    app.conf.broker_transport_options = {"polling_interval": 0.01}

    class Logged(Task):  # type: ignore[misc]
        pass

    class LoggedInDjango(DjangoTask):  # type: ignore[misc]
        pass

    @app.task
    def double(number: int) -> int:
        return number * 2

    plain = app.task(name="plain", base=Logged)(nothing)
    derived = app.task(name="derived", base=LoggedInDjango)(nothing)
    with lab.worker_thread(app):
        task_id = uuid()
        with transaction.atomic():
            lab.claim("hazard: what delay_on_commit gives", double.delay_on_commit(1), None)
            lab.claim("hazard: plain base", lab.raised_by(getattr, plain, "delay_on_commit"), "AttributeError")
            lab.claim("mended: DjangoTask as base", lab.raised_by(derived.delay_on_commit), None)
            double.apply_async_on_commit(args=(4,), task_id=task_id)
        lab.claim("mended: result by the chosen id", lab.outcome(app.AsyncResult(task_id)), ("SUCCESS", 8))


def nothing() -> None:
    pass


if __name__ == "__main__":
    lab.main(prove)
