from shop.celery import app


def running_tasks() -> list[str]:
    names = []
    for worker, tasks in app.control.inspect().active().items():  # expect CEL535: app.control.inspect().active()
        names += [f"{worker}: {task['name']}" for task in tasks]
    return names
