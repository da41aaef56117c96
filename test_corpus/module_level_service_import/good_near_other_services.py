"""Services of a library are no services of the project, and these names are used by no task."""

from celery import shared_task
from google.cloud.services import translate
from kennel.services import vets

from kennel.customer_services_desk import call


@shared_task
def translate_sign(text: str) -> str:
    return translate.text(text)


@shared_task
def call_owner(dog: int, vets: int = 0) -> None:
    call(dog, after=vets)


def vets_on_duty() -> list[str]:
    return vets.on_duty()
