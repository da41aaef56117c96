from celery import signature

from hedgehogs import tasks


def winter(hedgehogs: list[int], cold: bool) -> None:
    for hedgehog in hedgehogs:
        tasks.wrap.si(hedgehog)  # expect CEL515: tasks.wrap.si(hedgehog)
    if cold:
        signature("hedgehogs.tasks.feed", args=(hedgehogs[0],))  # expect CEL515: signature("hedgehogs.tasks.feed", args=(hedgehogs[0],))
