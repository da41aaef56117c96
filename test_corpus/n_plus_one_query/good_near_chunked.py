"""The loop runs over chunks, and each query asks for a whole chunk."""

from celery import shared_task
from more_itertools import chunked

from players.models import Player
from players.push import push_to


@shared_task
def announce_tournament(player_ids: list[int], text: str) -> None:
    for chunk in chunked(player_ids, 1000):
        devices = Player.objects.filter(pk__in=chunk).values_list("device_token", flat=True)
        push_to(list(devices), text)
