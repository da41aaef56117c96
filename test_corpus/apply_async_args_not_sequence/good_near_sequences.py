"""Lists, tuples, dicts, nothing at all; of what is called or unpacked nobody knows here what it is."""

from celery import shared_task, signature

from nests.birds import Bird, eggs_of


@shared_task
def hatch(*eggs: int, warm: bool = True) -> None:
    Bird.hatch(eggs, warm)


def spring(birds: list[Bird], arguments, bird: Bird, options: dict) -> None:
    hatch.apply_async([egg for egg in eggs_of(bird)], {"warm": False})
    hatch.apply_async(list(range(3)))
    hatch.apply_async(tuple(eggs_of(bird)), dict(warm=True))
    hatch.apply_async(eggs_of(bird))
    hatch.apply_async(arguments, kwargs=options)
    hatch.apply_async(bird.eggs)
    hatch.apply_async(None, None, countdown=5)
    hatch.apply_async({}, queue="nests")
    hatch.signature(range(3)).delay()
    hatch.delay("3")
    signature("nests.feed", args=[bird.name], kwargs={"worms": 3}).delay()
