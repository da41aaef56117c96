"""Each of these looks if there is an answer before it uses it."""

from shop.celery import app


def is_alive() -> bool:
    stats = app.control.inspect().stats()
    if not stats:
        return False
    return "worker@mail" in stats


def active_count() -> int:
    active = app.control.inspect().active()
    return sum(len(tasks) for tasks in active.values()) if active else 0


def names() -> list[str]:
    if registered := app.control.inspect().registered():
        return list(registered.keys())
    return []


def require_workers() -> list[str]:
    answer = app.control.inspect().ping()
    assert answer is not None, "start a worker first"
    return sorted(answer)
