"""An iterator, a shell command of click and a set are no canvases; flags are joined by `|` too."""

import re
from itertools import chain

import click
from celery import shared_task

from maps.tiles import draw


@shared_task
def draw_tile(tile: str) -> None:
    draw(tile)


@click.group()
def maps() -> None:
    chain(["tile"], [])
    click.group("tiles")


def find(text: str) -> None:
    draw_tile.s("start").delay()
    re.findall("tile", text, re.IGNORECASE | re.MULTILINE)
