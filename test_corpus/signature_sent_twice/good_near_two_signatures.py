"""Two signatures, each of which is sent once."""

from timelines.tasks import analyse, import_file


def start(path: str) -> None:
    steps = import_file.s(path)
    steps.apply_async()
    later = analyse.s(path)
    later.apply_async(countdown=60)
