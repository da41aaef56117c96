from celery import Celery
from pydantic import BaseModel

app = Celery("mailing", backend="redis://localhost")


class Address(BaseModel):
    street: str
    town: str


@app.task(pydantic=True)
def labels(addresses: list[Address]) -> list[str]:  # expect CEL533: addresses: list[Address]
    return [f"{address.street}, {address.town}" for address in addresses]


@app.task(pydantic=True)
def split(lines: list[str]) -> list[Address]:
    found = []
    for line in lines:
        street, town = line.split(",")
        found.append(street)
        if town == street:
            return [Address(street=street, town=town)]  # expect CEL533: Address(street=street, town=town)
    return found


@app.task
def count_towns(addresses: list[Address]) -> int:  # expect CEL533: addresses: list[Address]
    towns = set()
    for address in addresses:
        towns.add(address.town)
    return len(towns)
