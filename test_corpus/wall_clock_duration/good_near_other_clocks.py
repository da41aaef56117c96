"""Clocks that nobody sets, a start that somebody else hands over, and code outside of tasks."""

import time
from time import perf_counter

from celery import shared_task

from bakery.ovens import clean_oven

STARTED = time.time()


@shared_task
def clean(oven_id, sent_at):
    waited = time.time() - sent_at
    begin = perf_counter()
    clean_oven(oven_id)
    return {"waited": waited, "worked": perf_counter() - begin, "uptime": time.time() - STARTED}


def measure(function):
    begin = time.time()
    function()
    return time.time() - begin
