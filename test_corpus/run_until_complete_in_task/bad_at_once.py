from asyncio import get_event_loop

from celery import Celery

from chat.presence import announce

app = Celery("chat")


@app.task(bind=True, max_retries=3)
def announce_arrival(self, room: str, user_id: int) -> None:
    try:
        get_event_loop().run_until_complete(announce(room, user_id))  # expect CEL402: get_event_loop().run_until_complete(announce(room, user_id))
    except ConnectionError as error:
        raise self.retry(exc=error)
