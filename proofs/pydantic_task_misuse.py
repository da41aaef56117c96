"""Only `pydantic=True` turns dicts to models, models to dicts, and neither in lists nor without annotations."""

from typing import Any

from celery import VERSION

from proofs import lab

try:
    from pydantic import BaseModel
except ImportError:
    BaseModel = None  # type: ignore[assignment, misc]


def prove() -> None:
    if BaseModel is None:
        lab.skip("pydantic is not installed")
    if VERSION[:2] < (5, 5):
        lab.skip("Celery has the option from 5.5 on")
    app = lab.memory_app()

    class Order(BaseModel):
        number: str

    def number_of(order: Order) -> str:
        return order.number

    def numbers_of(orders: list[Order]) -> list[str]:
        return [order.number for order in orders]

    def unannotated(number: str):  # type: ignore[no-untyped-def]
        return Order(number=number)

    def annotated(number: str) -> Order:
        return Order(number=number)

    def listed(number: str) -> list[Order]:
        return [Order(number=number)]

    def task(function: Any, name: str, **options: object) -> Any:
        return app.task(name=name, **options)(function)

    order = {"number": "A1"}
    without = task(number_of, "without")
    as_text = task(number_of, "as_text", pydantic="yes")
    turned = task(number_of, "turned", pydantic=True)
    items = task(numbers_of, "items", pydantic=True)
    bare, full, inside = (task(each, each.__name__, pydantic=True) for each in (unannotated, annotated, listed))
    with lab.worker_thread(app):
        failed = ("FAILURE", "AttributeError")
        lab.claim("hazard: without the option", lab.outcome(without.delay(order)), failed)
        lab.claim("hazard: pydantic='yes'", lab.outcome(as_text.delay(order)), failed)
        lab.claim("hazard: a list of models", lab.outcome(items.delay([order])), failed)
        lab.claim("hazard: no return annotation", lab.outcome(bare.delay("A1")), ("FAILURE", "EncodeError"))
        lab.claim("hazard: a returned list of models", lab.outcome(inside.delay("A1")), ("FAILURE", "EncodeError"))
        lab.claim("mended: pydantic=True", lab.outcome(turned.delay(order)), ("SUCCESS", "A1"))
        lab.claim("mended: annotated", lab.outcome(full.delay("A1")), ("SUCCESS", order))


if __name__ == "__main__":
    lab.main(prove)
