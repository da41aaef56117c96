import asyncio
from concurrent.futures import ThreadPoolExecutor

import gevent


def run_to_end(coroutine):
    if gevent.config.threadpool_size:
        return gevent.get_hub().threadpool.apply(asyncio.run, (coroutine,))
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()
