"""What an operator asks the workers."""

from helpdesk.celery_app import app


def busy_workers() -> dict[str, int]:
    """How many tasks each worker runs; workers may not answer at all."""
    active = app.control.inspect().active() or {}
    return {name: len(tasks) for name, tasks in active.items()}
