"""`get()` waits on where no worker takes the task; with a timeout it says so."""

import threading

from proofs import lab

app = lab.memory_app()


@app.task
def answer() -> int:
    return 42


def prove() -> None:
    result = answer.delay()  # there is no worker
    waiting = threading.Thread(target=result.get, daemon=True)
    waiting.start()
    waiting.join(1.0)
    lab.claim("hazard: still waiting", waiting.is_alive(), True)
    lab.claim("mended: a timeout", lab.raised_by(answer.delay().get, timeout=0.2), "TimeoutError")
    with lab.worker_thread(app):
        lab.claim("mended: with a worker", answer.delay().get(timeout=lab.WAIT_LIMIT), 42)


if __name__ == "__main__":
    lab.main(prove)
