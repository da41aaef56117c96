from celery import shared_task

from factory.lines import start, stop


def logged(function):
    def wrapper(*args):
        print("running", args)
        return function(*args)

    return wrapper


@shared_task
@logged  # expect CEL134: logged
def start_line(line: int) -> None:
    start(line)


@shared_task
@logged
def stop_line(line: int) -> None:  # expect CEL108: def stop_line
    stop(line)
