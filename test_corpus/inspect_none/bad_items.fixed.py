from shop.celery import app


def running_tasks() -> list[str]:
    names = []
    for worker, tasks in (app.control.inspect().active() or {}).items():
        names += [f"{worker}: {task['name']}" for task in tasks]
    return names
