"""The functions around these receivers do not return before the worker ends, or before nobody is to hear any more."""

from contextlib import contextmanager

from celery import Celery
from celery.signals import task_success, worker_ready

app = Celery("tram")


def main(line: int) -> None:
    @worker_ready.connect
    def announce(**kwargs):
        print(f"line {line} is served")

    app.worker_main(["worker", "--loglevel=INFO"])


@contextmanager
def counted():
    done = []

    @task_success.connect
    def count(sender, **kwargs):
        done.append(sender.name)

    yield done


def wait_for(result) -> None:
    def note(**kwargs):
        print("done")

    task_success.connect(note)
    result.get()
    task_success.disconnect(note)
