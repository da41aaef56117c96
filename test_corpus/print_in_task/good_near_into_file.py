"""What is printed into a file is written there; a `print` of the project's own is none of Python's."""

from celery import shared_task

from harbour.ships import manifest
from harbour.terminal import print


@shared_task
def write_manifest(ship_id, path):
    import builtins

    with open(path, "w") as file:
        for line in manifest(ship_id):
            builtins.print(line, file=file)
    print(path)
