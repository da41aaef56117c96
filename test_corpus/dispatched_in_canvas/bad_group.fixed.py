from celery import group, shared_task

from printing.press import print_page


@shared_task
def print_one(page: int) -> None:
    print_page(page)


def print_all(pages: list[int]) -> None:
    group(print_one.s(page) for page in pages)()
    group([print_one.apply_async((page,), countdown=10) for page in pages]).apply_async()
