"""The header of a chord may hold tasks, a chain of one task is that task, and `self` builds its own signature."""

from celery import chain, chord, shared_task

from beehive.frames import scrape, weigh


@shared_task
def scrape_frame() -> float:
    return scrape()


@shared_task
def weigh_honey(amounts: list[float]) -> None:
    weigh(amounts)


@shared_task(bind=True)
def harvest(self, hives: int) -> None:
    chord([scrape_frame, scrape_frame])(weigh_honey.s())
    chain(scrape_frame).delay()
    if hives:
        chain(scrape_frame.si(), self.si(hives - 1)).delay()
