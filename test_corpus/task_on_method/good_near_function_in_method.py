"""The task is a function inside a method, and the other a task of the module hung on the class."""

from celery import Celery, shared_task

from chat.rooms import broadcast


@shared_task
def announce(room: str, text: str) -> None:
    broadcast(room, text)


class Plugin:
    announce = announce

    def __init__(self, app: Celery) -> None:
        @app.task(name="chat.greet")
        def greet(self_introduction: str) -> None:
            broadcast("lobby", self_introduction)

        self.greet = greet
