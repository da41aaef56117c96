"""`autodiscover_tasks` reads a text letter by letter, and finds nothing without packages outside Django."""

import os
import sys
from pathlib import Path
from typing import Any

from proofs import lab


def make_package() -> None:
    """A package `bakery` with a module of tasks in each of two packages."""
    for package in ("orders", "ovens"):
        folder = Path("bakery", package)
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
        (folder / "tasks.py").write_text("from celery import shared_task\n\n@shared_task\ndef run(): ...\n")
    Path("bakery", "__init__.py").touch()
    sys.path.insert(0, str(Path.cwd()))


def found(*args: Any, **kwargs: Any) -> list[str]:
    """The modules that a worker's start imports, or the error that ends it."""
    app = lab.memory_app()
    app.autodiscover_tasks(*args, **kwargs)
    try:
        app.loader.import_default_modules()
    except Exception as error:
        return [type(error).__name__]
    return sorted(name for name in app.loader.task_modules if name.startswith("bakery"))


def prove() -> None:
    make_package()
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    lab.claim("hazard: a text finds", found("bakery.orders"), ["ModuleNotFoundError"])
    lab.claim("hazard: no packages find", found(), [])
    lab.claim("hazard: an empty list finds", found([]), [])

    lab.claim("mended: a list finds", found(["bakery.orders"]), ["bakery.orders.tasks"])
    lab.claim("mended: a callable finds", found(lambda: ["bakery.orders"]), ["bakery.orders.tasks"])


if __name__ == "__main__":
    lab.main(prove)
