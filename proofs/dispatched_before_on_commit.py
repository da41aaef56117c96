"""`on_commit(task.delay())` sends at once and raises TypeError; with a function it sends after the commit."""

from functools import partial
from typing import Any

from proofs import lab

app = lab.memory_app()
ran: list[str] = []


@app.task
def send(text: str) -> None:
    ran.append(text)


def atomically(register: Any) -> str | None:
    """The type of what a transaction raises in which a callback is registered."""
    from django.db import transaction

    def work() -> None:
        with transaction.atomic():
            register(transaction.on_commit)
            assert not ran or ran == ["at once"], ran

    return lab.raised_by(work)


def prove() -> None:
    try:
        import django
        from django.conf import settings
    except ImportError:
        lab.skip("Django is not installed")
    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "django.db"}})
    django.setup()
    with lab.worker_thread(app):
        raised = atomically(lambda on_commit: on_commit(send.delay("at once")))
        lab.claim("hazard: on_commit(send.delay()) raises", raised, "TypeError")
        lab.wait_until(lambda: bool(ran))
        lab.claim("hazard: the task ran all the same", ran, ["at once"])
        ran.clear()
        for name, register in {
            "lambda": lambda on_commit: on_commit(lambda: send.delay("later")),
            "partial": lambda on_commit: on_commit(partial(send.delay, "later")),
            "signature": lambda on_commit: on_commit(send.s("later").delay),
        }.items():
            lab.claim(f"mended: {name} raises", atomically(register), None)
            lab.wait_until(lambda: bool(ran))
            lab.claim(f"mended: {name} ran", ran, ["later"])
            ran.clear()


if __name__ == "__main__":
    lab.main(prove)
