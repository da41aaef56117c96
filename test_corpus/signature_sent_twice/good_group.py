from celery import group, shared_task

from timelines.store import load_indices


@shared_task
def build_index(name: str) -> None:
    load_indices(name)


def build_all(names: list[str]) -> None:
    pipeline = group(build_index.s(name) for name in names)
    pipeline.apply_async()
