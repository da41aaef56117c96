"""`autodiscover_tasks` imports packages by their dotted names, and one module of each."""

import sys
from pathlib import Path
from typing import Any

from proofs import lab


def make_package() -> None:
    """A package `bakery` with a module of tasks in each of four packages, two of them under another name."""
    for package in ("orders", "ovens"):
        folder = Path("bakery", package)
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
        (folder / "tasks.py").write_text("from celery import shared_task\n\n@shared_task\ndef run(): ...\n")
    for package, imports in (("pastry", ""), ("cakes", "from bakery.cakes import icing\n")):
        folder = Path("bakery", package)
        folder.mkdir()
        (folder / "__init__.py").write_text(imports)
        (folder / "icing.py").write_text("from celery import shared_task\n\n@shared_task\ndef ice(): ...\n")
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
    lab.claim("hazard: a path finds", found(["bakery/orders"]), ["ModuleNotFoundError"])
    lab.claim("hazard: a relative name finds", found([".orders"]), ["TypeError"])
    lab.claim("hazard: a pattern finds", found(["bakery.*"]), [])
    lab.claim("hazard: a list as related_name finds", found(["bakery.orders"], related_name=["tasks", "jobs"]), [])

    lab.claim("hazard: a package with tasks elsewhere finds", found(["bakery.pastry"]), [])
    lab.claim("hazard: the module elsewhere is imported", "bakery.pastry.icing" in sys.modules, False)
    found(["bakery.cakes"])
    lab.claim("mended: one that the package imports is", "bakery.cakes.icing" in sys.modules, True)

    both = found(["bakery.orders", "bakery.ovens"])
    lab.claim("mended: dotted names find", both, ["bakery.orders.tasks", "bakery.ovens.tasks"])


if __name__ == "__main__":
    lab.main(prove)
