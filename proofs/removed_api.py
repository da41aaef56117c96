"""Names of older Celerys are gone, and what is said to take their place is there."""

import importlib

import celery

from proofs import lab

GONE = ["celery.task", "celery.decorators", "celery.five", "celery.utils.timeutils", "celery.contrib.batches"]
THERE = ["celery.schedules", "celery.utils.time", "celery.execute", "celery.registry", "celery.concurrency.prefork"]


def prove() -> None:
    app = lab.memory_app()
    missing = {name: lab.raised_by(importlib.import_module, name) for name in GONE}
    lab.claim("hazard: importing raises", missing, dict.fromkeys(GONE, "ModuleNotFoundError"))
    names = ("task", "periodic_task", "PeriodicTask", "TaskSet")
    lab.claim("hazard: names of celery", [name for name in names if hasattr(celery, name)], [])
    methods = ("get_publisher", "get_consumer", "establish_connection", "replace_in_chord", "get_logger")
    lab.claim("hazard: methods of tasks", [name for name in methods if hasattr(celery.Task, name)], [])
    attributes = ("TaskSet", "subtask", "periodic_task", "mail_admins", "with_default_connection")
    lab.claim("hazard: attributes of apps", [name for name in attributes if hasattr(app, name)], [])

    lab.claim("no hazard: still there: modules", [name for name in THERE if importlib.import_module(name)], THERE)
    successors = ("shared_task", "Task", "group", "signature", "subtask", "current_task")
    lab.claim("no hazard: still there: names of celery", all(hasattr(celery, name) for name in successors), True)


if __name__ == "__main__":
    lab.main(prove)
