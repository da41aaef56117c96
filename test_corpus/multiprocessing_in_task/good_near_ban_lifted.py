"""The file lifts the ban of its own accord; and what no task reaches may start what it likes."""

import multiprocessing

from celery import shared_task

from scans.optics import read_page


@shared_task
def read_scan(pages: list[str]) -> list[str]:
    multiprocessing.current_process()._config["daemon"] = False
    with multiprocessing.Pool(2) as pool:
        return pool.map(read_page, pages)


def read_all(pages: list[str]) -> list[str]:
    with multiprocessing.Pool() as pool:
        return pool.map(read_page, pages)
