"""What only a type checker imports is not imported when the worker starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from celery import shared_task

if TYPE_CHECKING:
    from garage.services.repair import Repair


@shared_task
def repair_car(car: int) -> str:
    from garage.services import repair

    made: Repair = repair.begin(car)
    return str(made)
