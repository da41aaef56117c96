from celery import Celery

from billing.store import load_rate

app = Celery("billing")


@app.task
def convert(amount: int, currency: str) -> float:
    return amount * load_rate(currency)


def price_in(currency: str, amount: int) -> float:
    return convert.apply((amount, currency)).result  # expect CEL511: convert.apply((amount, currency))


def price_and_tax_in(currency: str, amount: int) -> float:
    converted = convert.apply(kwargs={"amount": amount, "currency": currency})  # expect CEL511: convert.apply(kwargs={"amount": amount, "currency": currency})
    return converted.result * 1.19
