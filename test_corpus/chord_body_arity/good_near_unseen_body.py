"""The body comes from elsewhere, is called otherwise, or is decorated by what may take the list."""

from celery import chord, shared_task

from ballet.steps import bow, dance
from ballet.tasks import applaud
from ballet.wrappers import without_results


@shared_task
def dance_step(step: str) -> str:
    return dance(step)


@shared_task
@without_results
def take_a_bow() -> None:
    bow()


def perform(steps: list[str], details: dict) -> None:
    chord(dance_step.s(step) for step in steps)(take_a_bow.s())
    chord(dance_step.s(step) for step in steps)(applaud.s())
    chord(dance_step.s(step) for step in steps)(dance_step.signature(**details))
