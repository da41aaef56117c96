# settings: worker-pool = "threads"
"""The workers run tasks in threads, and a process that is not daemonic may have children."""

from multiprocessing import Pool

from celery import shared_task

from audio.waves import analyse


@shared_task
def analyse_recordings(paths: list[str]) -> list[float]:
    with Pool(2) as pool:
        return pool.map(analyse, paths)
