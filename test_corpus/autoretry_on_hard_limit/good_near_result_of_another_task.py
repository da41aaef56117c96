"""Whoever waits for a result gets what ended that task."""

from billiard import Pool
from celery import shared_task
from celery.exceptions import TimeLimitExceeded, WorkerLostError
from celery.result import allow_join_result

from wheels.build import build
from wheels.errors import BuildTooSlow


@shared_task
def build_part(package: str) -> str:
    return build(package)


@shared_task
def build_whole(packages: list[str]) -> list[str]:
    results = [build_part.delay(package) for package in packages]
    with allow_join_result():
        try:
            return [result.get(timeout=600) for result in results]
        except TimeLimitExceeded as error:
            raise BuildTooSlow(packages) from error


@shared_task
def build_apart(packages: list[str]) -> list[str]:
    with Pool(4) as pool:
        try:
            return pool.map(build, packages)
        except WorkerLostError as error:
            raise BuildTooSlow(packages) from error


def build_now(package: str) -> str | None:
    try:
        return build_part.delay(package).get(timeout=60)
    except WorkerLostError:
        return None
