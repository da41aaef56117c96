"""Chains of other libraries, groups of a match, unions of bits: the tasks are called like functions on purpose."""

import re
from itertools import chain

from celery import shared_task

from botany.flora import find_plants, months_of_bloom


@shared_task
def plants(region: str) -> list[str]:
    return find_plants(region)


@shared_task
def months(region: str) -> int:
    return months_of_bloom(region)


def compare(line: str) -> tuple[int, list[str]]:
    region = re.match(r"region: (\w+)", line).group(1)
    return months(region) | months("coast"), list(chain(plants("alps"), plants(region)))
