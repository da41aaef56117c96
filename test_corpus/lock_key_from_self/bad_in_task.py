import redis
from celery import shared_task

from arcade.games import reset

client = redis.Redis()


@shared_task(bind=True)
def reset_game(self, game: int) -> bool:
    key = f"reset-lock:{self}"  # expect CEL121: self
    if not client.set(key, 1, nx=True, ex=60):
        return False
    reset(game)
    client.delete(key)
    return True
