from celery import shared_task

from spices.shelves import restock


@shared_task
def refill(spices: list[str], dry: bool = True) -> None:
    restock(spices, dry)


def stocktaking(counted: dict[str, int], low: list[str]) -> None:
    missing = {spice for spice, jars in counted.items() if jars < 3}
    refill.delay(missing)  # expect CEL505: missing
    refill.delay(spices=set(low) | missing)  # expect CEL505: set(low) | missing
    refill.apply_async(args=[{"pepper", "salt"}], countdown=5)  # expect CEL505: {"pepper", "salt"}
    refill.s(map(str.lower, low)).delay()  # expect CEL505: map(str.lower, low)
