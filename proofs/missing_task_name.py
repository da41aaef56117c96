"""A module that is imported by two paths has its unnamed tasks under two names; a `name` is kept."""

import importlib
import sys
from pathlib import Path

from proofs import lab

app = lab.memory_app()
MODULE = """
from celery import shared_task

@shared_task
def unnamed() -> str:
    return "done"

@shared_task(name="shop.tasks.named")
def named() -> str:
    return "done"
"""


def prove() -> None:
    Path("shop").mkdir()
    Path("shop/__init__.py").touch()
    Path("shop/tasks.py").write_text(MODULE)
    sys.path[:0] = ["", "shop"]
    app.set_default()
    by_package, by_folder = importlib.import_module("shop.tasks"), importlib.import_module("tasks")
    names = [by_package.unnamed.name, by_folder.unnamed.name]
    lab.claim("hazard: the names by two paths", names, ["shop.tasks.unnamed", "tasks.unnamed"])
    del app.tasks["tasks.unnamed"]  # as in a worker that imports it by the package only
    with lab.worker_thread(app):
        lab.claim("mended: by either path", lab.outcome(by_folder.named.delay()), ("SUCCESS", "done"))
        app.send_task("tasks.unnamed")
        lab.wait_until(lambda: lab.is_logged("Received unregistered task of type 'tasks.unnamed'"))
        lab.claim("hazard: the worker does not know the name", lab.is_logged("unregistered task"), True)
    same = [by_package.named.name, by_folder.named.name]
    lab.claim("mended: the names by two paths", same, ["shop.tasks.named"] * 2)


if __name__ == "__main__":
    lab.main(prove)
