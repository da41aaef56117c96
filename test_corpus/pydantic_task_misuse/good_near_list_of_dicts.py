"""The list is of dicts, which the body turns to models; a list that nobody reads as models is fine."""

from celery import shared_task
from pydantic import BaseModel


class Address(BaseModel):
    street: str


@shared_task(pydantic=True)
def labels(addresses: list[dict]) -> list[str]:
    return [Address(**address).street for address in addresses]


@shared_task(pydantic=True)
def count(addresses: list[Address]) -> int:
    return len(addresses)


@shared_task(pydantic=True)
def streets(addresses: list[Address]) -> list[str]:
    models = [Address.model_validate(address) for address in addresses]
    return [model.street for model in models]


@shared_task(pydantic=True)
def shorten(address: dict) -> str:
    def town_of(address: Address) -> str:
        return address.street

    return town_of(Address(**address))
