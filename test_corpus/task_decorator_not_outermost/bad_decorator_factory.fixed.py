from functools import wraps

from celery import Celery

from locks.store import acquire, release

app = Celery("payroll")


def exclusive(key, timeout=60):
    def decorate(function):
        @wraps(function)
        def locked(*args, **kwargs):
            if not acquire(key, timeout):
                return None
            try:
                return function(*args, **kwargs)
            finally:
                release(key)

        return locked

    return decorate


@app.task(bind=True, name="payroll.run")
@exclusive("payroll", timeout=300)
def run_payroll(self, month: str) -> None:
    print(self.request.id, month)
