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
    (lower_barrier.s(crossing) | ring_bell.s()).delay()  # expect CEL604: ring_bell.s()
    bell = ring_bell.signature(queue="bells")  # expect CEL604: ring_bell.signature(queue="bells")
    warned = chain(lower_barrier.s(crossing), bell)
    (warned | log_passage.s(train, crossing)).delay()  # expect CEL604: log_passage.s(train, crossing)
    chain(
        lower_barrier.s(crossing),
        group(
            lower_barrier.s(),
            ring_bell.s(),  # expect CEL604: ring_bell.s()
            log_passage.s(crossing),
        ),
    ).delay()
    lowered = lower_barrier.s(crossing) | chord([ring_bell.s(), ring_bell.si()], all_clear.s())  # expect CEL604: ring_bell.s()
    lowered.delay()
    chain(ring_bell.s().set(queue="bells") for _ in range(3)).delay()  # expect CEL604: ring_bell.s()
