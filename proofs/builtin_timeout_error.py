"""Celery's TimeoutError is neither Python's, nor asyncio's, nor that of concurrent.futures."""

import asyncio
import concurrent.futures
import multiprocessing
import socket

import celery.exceptions

from proofs import lab

app = lab.memory_app()


def taken_by(kind: type[BaseException]) -> bool:
    """Whether a handler for an exception takes what a late result raises."""
    try:
        app.AsyncResult("unknown").get(timeout=0.05, interval=0.01)
    except kind:
        return True
    except Exception:
        return False
    return False


def prove() -> None:
    others = {
        "TimeoutError": TimeoutError,
        "asyncio.TimeoutError": asyncio.TimeoutError,
        "concurrent.futures.TimeoutError": concurrent.futures.TimeoutError,
        "multiprocessing.TimeoutError": multiprocessing.TimeoutError,
        "socket.timeout": socket.timeout,
    }
    for name, kind in others.items():
        lab.claim(f"hazard: taken by {name}", taken_by(kind), False)
    lab.claim("mended: taken by Celery's", taken_by(celery.exceptions.TimeoutError), True)


if __name__ == "__main__":
    lab.main(prove)
