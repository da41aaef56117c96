from celery import Task, shared_task

from tailor.workshop import cut, sew


@shared_task
def sew_suit(customer: str) -> str:
    return sew(customer)


@shared_task(bind=True)
def order_suit(task, customer: str, in_stock: bool) -> dict:
    if not in_stock:
        cut(customer)
        return task.replace(sew_suit.si(customer))
        return {"customer": customer, "status": "ordered"}
    return {"customer": customer, "status": "ready"}


class Measure(Task):
    name = "tailor.measure"

    def run(self, customer: str) -> None:
        try:
            return self.replace(sew_suit.si(customer))
            cut(customer)
        finally:
            cut("the rest")
