import asyncio


def run_to_end(coroutine):
    return asyncio.run(coroutine)
