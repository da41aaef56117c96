"""The password in a broker's address is the one that opens it; from the environment Celery takes it by itself."""

import os

from celery import Celery

from proofs import lab

ADDRESS = "amqp://shop:brass-owl-9@broker.example.com//"


def password_used(app: Celery) -> object:
    """The password that an app would open its broker with."""
    return app.connection_for_write().password


def prove() -> None:
    lab.claim("hazard: in the code", password_used(Celery("code", broker=ADDRESS)), "brass-owl-9")
    shown = Celery("code", broker=ADDRESS).bugreport()
    lab.claim("near: `celery report` hides it", "brass-owl-9" in shown, False)

    os.environ["CELERY_BROKER_URL"] = ADDRESS
    os.environ["CELERY_RESULT_BACKEND"] = "redis://:brass-owl-9@cache.example.com/1"
    app = Celery("environment")
    lab.claim("mended: from the environment", password_used(app), "brass-owl-9")
    lab.claim("mended: the result backend too", app.conf.result_backend, os.environ["CELERY_RESULT_BACKEND"])
    lab.claim("it goes before the settings", password_used(Celery("both", broker="amqp://a:b@c//")), "brass-owl-9")


if __name__ == "__main__":
    lab.main(prove)
