from celery import chain, chord, group, shared_task

from railway.signals import clear, lower, report


@shared_task
def lower_barrier(crossing: int) -> int:
    return lower(crossing)


@shared_task
def ring_bell() -> None:
    clear("bell")


@shared_task
def log_passage(train: str, crossing: int) -> None:
    report(train, crossing)


@shared_task
def all_clear(crossings: list[int]) -> None:
    report(crossings)


def pass_train(crossing: int, train: str) -> None:
    (lower_barrier.s(crossing) | ring_bell.si()).delay()
    bell = ring_bell.signature(queue="bells")
    warned = chain(lower_barrier.s(crossing), bell)
    (warned | log_passage.si(train, crossing)).delay()
    chain(
        lower_barrier.s(crossing),
        group(
            lower_barrier.s(),
            ring_bell.si(),
            log_passage.s(crossing),
        ),
    ).delay()
    lowered = lower_barrier.s(crossing) | chord([ring_bell.si(), ring_bell.si()], all_clear.s())
    lowered.delay()
    chain(ring_bell.si().set(queue="bells") for _ in range(3)).delay()
