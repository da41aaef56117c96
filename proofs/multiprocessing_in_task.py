"""The children of a prefork worker are daemonic, and `multiprocessing` refuses them children; billiard does not."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import billiard

from proofs import lab

app = lab.file_app("proofs.multiprocessing_in_task")


def square(number: int) -> int:
    return number * number


@app.task
def by_pool() -> list[int]:
    with multiprocessing.Pool(1) as pool:
        return pool.map(square, [2, 3])


@app.task
def by_process() -> None:
    child = multiprocessing.Process(target=square, args=(2,))
    child.start()
    child.join()


@app.task
def by_executor() -> int:
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(square, 2).result()


@app.task
def by_manager() -> None:
    multiprocessing.Manager()


@app.task
def by_billiard() -> str:
    child = billiard.Process(target=square, args=(2,))
    child.start()
    child.join(10)
    return "joined"


def prove() -> None:
    refused = {task.__name__: task.delay() for task in (by_pool, by_process, by_executor, by_manager)}
    mended = by_billiard.delay()
    with lab.worker_process("proofs.multiprocessing_in_task"):
        for name, result in refused.items():
            lab.claim(f"hazard: {name} ends in", lab.outcome(result), ("FAILURE", "AssertionError"))

        lab.claim("mended: a process of billiard ends in", lab.outcome(mended), ("SUCCESS", "joined"))


if __name__ == "__main__":
    lab.main(prove)
