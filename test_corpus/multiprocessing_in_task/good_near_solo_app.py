"""The app says itself which pool its workers run."""

import multiprocessing

from celery import Celery

from proofs.solver import solve

app = Celery("proofs")
app.conf.worker_pool = "solo"


@app.task
def solve_all(problems: list[str]) -> None:
    children = [multiprocessing.Process(target=solve, args=(problem,)) for problem in problems]
    for child in children:
        child.start()
