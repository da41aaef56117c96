"""With Redis a message of priority 0, or without one, is taken before one of priority 9."""

from importlib.util import find_spec
from typing import Any

from celery import Celery

from proofs import lab


def order(priorities: dict[str, Any]) -> list[str]:
    """In which order a worker takes messages that wait when it starts."""
    with lab.redis_server() as address:
        app = Celery("proof", broker=address, backend="cache+memory://", set_as_current=False)
        app.conf.worker_prefetch_multiplier = 1
        done: list[str] = []

        @app.task(name="work")
        def work(name: str) -> None:
            done.append(name)

        results = [work.apply_async((name,), **options) for name, options in priorities.items()]
        with lab.worker_thread(app):
            lab.claim("they end in", {lab.outcome(result)[0] for result in results}, {"SUCCESS"})
        return done


def prove() -> None:
    if find_spec("redis") is None:
        lab.skip("redis is not installed")
    hazard = {"urgent": {"priority": 9}, "plain": {}, "letters": {"priority": 5}, "cleanup": {"priority": 1}}
    lab.claim("hazard: 9 for what is urgent: taken", order(hazard), ["plain", "cleanup", "letters", "urgent"])
    mended = {"cleanup": {"priority": 8}, "letters": {"priority": 4}, "urgent": {"priority": 0}}
    lab.claim("mended: 0 for what is urgent: taken", order(mended), ["urgent", "letters", "cleanup"])


if __name__ == "__main__":
    lab.main(prove)
