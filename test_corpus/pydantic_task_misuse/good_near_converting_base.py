"""The base class turns dicts to models before it calls the function."""

from celery import Celery, Task
from pydantic import BaseModel

app = Celery("shop")


class Order(BaseModel):
    number: str


class ModelTask(Task):
    def __call__(self, *args, **kwargs):
        return super().__call__(*[Order.model_validate(each) for each in args], **kwargs)


@app.task(base=ModelTask)
def ship(order: Order) -> str:
    return order.number
