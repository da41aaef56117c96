from celery import chain, group
from celery import shared_task as task

from photos.editing import resize, watermark


@task
def make_preview(path: str) -> str:
    return resize(path, width=800)


@task
def sign_preview(path: str, text: str = "sample") -> str:
    return watermark(path, text)


def publish(paths: list[str]) -> None:
    group(make_preview.s(path).set(queue="images") for path in paths).apply_async()
    chain(
        make_preview.s(paths[0]),
        sign_preview.s(text="cover").set(priority=9),
        sign_preview.si("cover.png").set(expires=60),
    ).apply_async()
