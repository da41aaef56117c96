import asyncio

import gevent


def run_to_end(coroutine):
    return gevent.get_hub().threadpool.apply(asyncio.run, (coroutine,))
