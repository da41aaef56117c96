"""The None of each run is stored; with `ignore_result=True` nothing is, not even a failure."""

from pathlib import Path

from proofs import lab

app = lab.memory_app()
app.conf.result_backend = "file://results"


@app.task
def stored() -> None:
    pass


@app.task(ignore_result=True)
def ignored() -> None:
    pass


@app.task(ignore_result=True)
def ignored_failure() -> None:
    raise ValueError("unseen")


def results() -> int:
    return len(list(Path("results").glob("celery-task-meta-*")))


def prove() -> None:
    with lab.worker_thread(app):
        for _ in range(3):
            lab.wait_until(stored.delay().ready)
        lab.claim("hazard: results of three runs", results(), 3)
        ignored.delay()
        ignored_failure.delay()
        lab.wait_until(stored.delay().ready)  # one slot: those before it are done
        lab.claim("mended: none of those that ignore it", results(), 4)


if __name__ == "__main__":
    lab.main(prove)
