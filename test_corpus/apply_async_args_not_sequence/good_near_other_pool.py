"""A pool's `apply_async` takes the function first."""

from multiprocessing.pool import ThreadPool

from celery import shared_task

from mosaic.stones import lay


@shared_task
def lay_all(stones: list[int]) -> None:
    pool = ThreadPool(4)
    for stone in stones:
        pool.apply_async(lay, (stone,))
        pool.apply_async(lay, args={stone})
    pool.close()
    pool.join()
