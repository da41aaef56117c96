"""The task closes over the `self` of the method that makes it: a channel with a name and a backend."""

from celery import Celery

from broadcast.transmitters import Transmitter

app = Celery("broadcast")


class Channel:
    def __init__(self, name: str) -> None:
        self.name = name
        self.backend = Transmitter(name)

    def register(self):
        @app.task(name=f"broadcast.{self.name}")
        def go_live(programme: str) -> None:
            self.backend.start(programme, station=self.name)

        return go_live


morning_news = Channel("news").register()
