"""Something is done when the limit comes: in a `finally`, a `with`, a helper, a broad handler, a hook."""

from celery import Task, shared_task

from census.files import Table, remove_table, write_table
from census.tasks.base import TidyTask


class RemovingTask(Task):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        remove_table(args[0])


@shared_task(soft_time_limit=240)
def tabulate(path: str) -> None:
    try:
        write_table("all", path)
    finally:
        remove_table(f"{path}.part")


@shared_task(soft_time_limit=240)
def tabulate_streets(path: str) -> None:
    with Table(path) as table:
        table.add_streets()


@shared_task(soft_time_limit=240)
def tabulate_houses(path: str) -> None:
    write_or_remove(path)


def write_or_remove(path: str) -> None:
    try:
        write_table("houses", path)
    except Exception:
        remove_table(path)
        raise


@shared_task(base=RemovingTask, soft_time_limit=240)
def tabulate_rooms(path: str) -> None:
    write_table("rooms", path)


@shared_task(base=TidyTask, soft_time_limit=240)
def tabulate_doors(path: str) -> None:
    write_table("doors", path)
