"""A breaker that is made once stops calling a service that is down; without one, or with a new one, calls go on."""

from importlib.util import find_spec
from typing import Any

from proofs import lab

app = lab.memory_app()
calls: list[str] = []


def down(service: str) -> str:
    """A request to a service that is down."""
    calls.append(service)
    raise ConnectionError(service)


@app.task
def fetch(service: str) -> str:
    return down(service)


@app.task
def fetch_by_new_breaker(service: str) -> str:
    import pybreaker

    return str(pybreaker.CircuitBreaker(fail_max=2).call(down, service))


@app.task
def fetch_by_new_decorator(service: str) -> str:
    from circuitbreaker import circuit

    @circuit(failure_threshold=2)
    def guarded() -> str:
        return down(service)

    return str(guarded())


def calls_of(task: Any) -> int:
    """How often a task that runs five times calls the service."""
    calls.clear()
    for _ in range(5):
        lab.outcome(task.delay("weather"))
    return len(calls)


def prove() -> None:
    if find_spec("pybreaker") is None or find_spec("circuitbreaker") is None:
        lab.skip("pybreaker or circuitbreaker is not installed")
    import pybreaker
    from circuitbreaker import circuit

    guarded = app.task(name="by_breaker")(pybreaker.CircuitBreaker(fail_max=2)(down))
    decorated = app.task(name="by_decorator")(circuit(failure_threshold=2)(down))
    with lab.worker_thread(app):
        lab.claim("hazard: calls without a breaker", calls_of(fetch), 5)
        lab.claim("hazard: calls by a new breaker each", calls_of(fetch_by_new_breaker), 5)
        lab.claim("hazard: calls by a new decorator each", calls_of(fetch_by_new_decorator), 5)
        lab.claim("mended: calls by a breaker of the module", calls_of(guarded), 2)
        lab.claim("mended: calls by a decorator of the module", calls_of(decorated), 2)


if __name__ == "__main__":
    lab.main(prove)
