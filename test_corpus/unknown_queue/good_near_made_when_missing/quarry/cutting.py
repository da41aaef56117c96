from celery import shared_task


@shared_task(queue="stones")
def cut(block: int) -> None:
    print("cutting", block)


def cut_later(block: int) -> None:
    cut.apply_async((block,), queue="stone")
