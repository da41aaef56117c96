import asyncio


def run_to_end(coroutine):
    return _on_loop(coroutine)


def _on_loop(coroutine):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(coroutine)
