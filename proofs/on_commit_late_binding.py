"""Lambdas for `on_commit` that are made in a loop all send the last item; partials send each its own."""

from functools import partial

from proofs import lab

app = lab.memory_app()
ran: list[int] = []


@app.task
def send(number: int) -> None:
    ran.append(number)


def all_ran() -> list[int]:
    lab.wait_until(lambda: len(ran) == 3)
    seen, ran[:] = sorted(ran), []
    return seen


def prove() -> None:
    try:
        import django
        from django.conf import settings
    except ImportError:
        lab.skip("Django is not installed")
    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "django.db"}})
    django.setup()
    from django.db import transaction

    with lab.worker_thread(app):
        with transaction.atomic():
            for number in range(3):
                transaction.on_commit(lambda: send.delay(number))  # noqa: B023
        lab.claim("hazard: what was sent by lambdas", all_ran(), [2, 2, 2])
        with transaction.atomic():
            for number in range(3):
                transaction.on_commit(partial(send.delay, number))
        lab.claim("mended: what was sent by partials", all_ran(), [0, 1, 2])
        for number in range(3):
            with transaction.atomic():
                transaction.on_commit(lambda: send.delay(number))  # noqa: B023
        lab.claim("fine: a transaction for each", all_ran(), [0, 1, 2])


if __name__ == "__main__":
    lab.main(prove)
