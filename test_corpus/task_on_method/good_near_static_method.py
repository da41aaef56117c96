"""A static method above the task decorator hands the task out as it is, and one without `self` needs no instance."""

from celery import shared_task

from maps.tiles import render_tile


class Tiles:
    zoom = 12

    @staticmethod
    @shared_task
    def render(x: int, y: int) -> None:
        render_tile(x, y, Tiles.zoom)

    @shared_task
    def render_world(zoom: int) -> None:
        render_tile(0, 0, zoom)
