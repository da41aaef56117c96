from celery import shared_task
from pydantic import BaseModel

from trains.seats import TrainFull, assign, release


class Seat(BaseModel):
    train: int
    number: str


@shared_task(
    autoretry_for=(TrainFull,),
    max_retries=10,  # expect CEL238: max_retries=10
    retry_kwargs={"max_retries": 3, "countdown": 5},
)
def assign_seat(train: int) -> str:
    return assign(train)


@shared_task(pydantic_strict=True)  # expect CEL238: pydantic_strict=True
def release_seat(seat: dict[str, str]) -> None:
    release(seat["train"], seat["number"])
