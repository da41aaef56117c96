"""These ask nobody outside as far as can be seen, or go on without the answer."""

import logging

import requests
from celery import shared_task

from radio.models import Playlist
from radio.requests import Request

logger = logging.getLogger(__name__)


@shared_task
def shuffle(songs: list[str], seed: int) -> list[str]:
    return sorted(songs, key=lambda song: hash((song, seed)))


@shared_task
def read_request(text: str) -> str:
    request = Request.parse(text)
    if request.song not in Playlist().songs:
        raise requests.exceptions.InvalidURL(text)
    return request.song


@shared_task
def announce(song: str) -> None:
    try:
        requests.post("https://display.example.com", json={"song": song}, timeout=2)
    except requests.RequestException:
        logger.warning("%s is not announced", song)


@shared_task
def count_votes(song: str) -> int:
    try:
        return requests.get(f"https://votes.example.com/{song}", timeout=5).json()["votes"]
    except Exception:
        logger.exception("no votes of %s", song)
        return 0
