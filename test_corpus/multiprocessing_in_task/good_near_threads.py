"""Threads, and programs of their own, are no daemonic children."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import cpu_count
from multiprocessing.dummy import Pool as DummyPool
from multiprocessing.pool import ThreadPool

from celery import shared_task

from links.check import check_link


@shared_task
def check_links(links: list[str]) -> None:
    with ThreadPool(cpu_count()) as pool:
        pool.map(check_link, links)
    with DummyPool(4) as pool:
        pool.map(check_link, links)
    with ThreadPoolExecutor() as executor:
        list(executor.map(check_link, links))
    subprocess.run(["linkchecker", *links], check=True)
