"""Each of these is retried, or may be: by Celery, by name, by a helper, by a decorator, by a base class."""

from celery import Task, shared_task

from hospital.meals import KitchenClosed, order_meal
from hospital.retries import later, retrying
from hospital.tasks.base import HospitalTask


class PatientTask(Task):
    autoretry_for = (KitchenClosed,)


@shared_task(autoretry_for=(KitchenClosed,), max_retries=5)
def breakfast(patient_id: int) -> None:
    order_meal(patient_id, "breakfast")


@shared_task(max_retries=5)
def lunch(patient_id: int) -> None:
    try:
        order_meal(patient_id, "lunch")
    except KitchenClosed as error:
        raise lunch.retry(exc=error)


@shared_task(bind=True, max_retries=5)
def tea(self, patient_id: int) -> None:
    try:
        order_meal(patient_id, "tea")
    except KitchenClosed:
        later(self, minutes=10)


@shared_task(bind=True, max_retries=5)
@retrying(KitchenClosed)
def dinner(self, patient_id: int) -> None:
    order_meal(patient_id, "dinner")


@shared_task(base=PatientTask, max_retries=5)
def snack(patient_id: int) -> None:
    order_meal(patient_id, "snack")


@shared_task(base=HospitalTask, max_retries=5)
def drink(patient_id: int) -> None:
    order_meal(patient_id, "drink")
