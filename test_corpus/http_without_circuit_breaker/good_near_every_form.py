# settings: breaker-decorators = ["fused"]
"""A breaker is around the request: as a decorator of the caller or of the task, as a block, by `call`, in a lambda."""

import httpx
import pybreaker
import requests
from celery import shared_task

from stars.fuses import fused

breaker = pybreaker.CircuitBreaker(fail_max=5, reset_timeout=60)


@shared_task
@fused("stars")
def count_stars(sky: str) -> int:
    return _count(sky)


def _count(sky: str) -> int:
    return httpx.get(f"https://stars.example.com/{sky}").json()["count"]


@shared_task
def count_moons(planet: str) -> int:
    with breaker.calling():
        return requests.get(f"https://moons.example.com/{planet}", timeout=5).json()["count"]


@shared_task
def count_rings(planet: str) -> int:
    return breaker.call(_rings, planet) + breaker.call(lambda: requests.get("https://rings.example.com", timeout=5).ok)


def _rings(planet: str) -> int:
    return requests.post("https://rings.example.com", json={"planet": planet}, timeout=5).json()["count"]


@breaker
def comets() -> int:
    return requests.get("https://comets.example.com", timeout=5).json()["count"]


@shared_task
def count_comets() -> int:
    return comets()
