"""Chains of other libraries, groups of a match, unions of sets: the tasks are called like functions on purpose."""

import re
from itertools import chain

from celery import shared_task

from botany.flora import find_plants


@shared_task
def plants(region: str) -> set[str]:
    return set(find_plants(region))


def compare(line: str) -> list[str]:
    region = re.match(r"region: (\w+)", line).group(1)
    both = plants(region) | plants("coast")
    return list(chain(plants("alps"), both))
