"""What is called `get` and sends nothing, and requests that no task sends."""

import requests
from celery import shared_task

from songs.api import SongClient
from songs.cache import cache


@shared_task
def update_song(song: int, options: dict) -> str:
    prepared = requests.Request("GET", f"https://songs.example.com/{song}").prepare()
    return cache.get(song) or options.get("title") or SongClient().get(prepared.url)


def title_of(song: int) -> str:
    return requests.get(f"https://songs.example.com/{song}", timeout=5).text
