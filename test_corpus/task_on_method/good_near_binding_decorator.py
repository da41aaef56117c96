"""The decorator in between finds the instance and passes it."""

from celery import shared_task

from warehouse.registry import with_instance


class Shelf:
    height = 4

    @shared_task(name="warehouse.count_shelf")
    @with_instance
    def count(self, shelf_id: int) -> int:
        return self.height * shelf_id
