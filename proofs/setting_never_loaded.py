"""A variable of the module that makes the app is no setting; one that the app is configured from is."""

import sys

from celery import Celery

from proofs import lab

beat_schedule = {"report": {"task": "report", "schedule": 60}}
task_routes = {"report": {"queue": "reports"}}

plain = Celery("proof", set_as_current=False)
configured = Celery("proof", set_as_current=False)
configured.config_from_object(sys.modules[__name__])


def prove() -> None:
    lab.claim("hazard: a variable", (plain.conf.beat_schedule, plain.conf.task_routes), ({}, None))
    lab.claim(
        "mended: the app is configured from the module",
        (configured.conf.beat_schedule, configured.conf.task_routes),
        (beat_schedule, task_routes),
    )
    plain.conf.task_routes = task_routes
    lab.claim("mended: set on conf", plain.conf.task_routes, task_routes)


if __name__ == "__main__":
    lab.main(prove)
