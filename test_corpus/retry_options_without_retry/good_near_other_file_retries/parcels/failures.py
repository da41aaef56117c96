def tell(task, error):
    print(task.name, error)
    try_later(error, again=task)


def try_later(error, again):
    raise again.retry(exc=error)
