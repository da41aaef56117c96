from celery import chain, shared_task

from foundry.ovens import cast, cool, melt


@shared_task
def melt_ore(ore: str, degrees: int = 1200) -> str:
    return melt(ore, degrees)


@shared_task
def cool_down() -> None:
    cool()


@shared_task(bind=True)
def cast_bell(self, metal: str, mould: str) -> str:
    return cast(metal, mould)


def make_bell(ore: str) -> None:
    chain(
        melt_ore.s(ore),
        cast_bell.si("bronze", "great bell"),
        cool_down.si(),
    ).apply_async()
    chain(melt_ore.s(ore), cast_bell.si(metal="bronze", mould="small bell")).delay()
    chain(melt_ore.s(ore), cast_bell.s())()
