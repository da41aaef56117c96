from celery import Celery

from quota.limits import take

app = Celery("quota")


def limited(amount):
    def decorate(function):
        def run_limited(*args):
            take(amount)
            return function(*args)

        return run_limited

    return decorate


@app.task
@limited(5)  # expect CEL134: limited(5)
def send_sms(number: str, text: str) -> None:
    print(number, text)


@app.task
@limited(1)
def send_letter(address: str, text: str) -> None:  # expect CEL108: def send_letter
    print(address, text)
