import concurrent.futures
from concurrent.futures import ProcessPoolExecutor

from celery import Celery

from physics.simulation import simulate

app = Celery("physics")


def simulate_all(seeds: list[int]) -> list[float]:
    with ProcessPoolExecutor(max_workers=8) as executor:  # expect CEL129: ProcessPoolExecutor(max_workers=8)
        return list(executor.map(simulate, seeds))


@app.task(time_limit=600)
def run_simulations(seeds: list[int]) -> float:
    return max(simulate_all(seeds))


@app.task(time_limit=60)
def run_one(seed: int) -> float:
    executor = concurrent.futures.ProcessPoolExecutor(1)  # expect CEL129: concurrent.futures.ProcessPoolExecutor(1)
    return executor.submit(simulate, seed).result()
