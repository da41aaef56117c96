"""The app's class of this file has a method of its own, which takes functions."""

from celery import Celery


class ShopCelery(Celery):
    def add_periodic_task(self, seconds, function, **options):
        return super().add_periodic_task(seconds, self.task(function).s(), **options)


app = ShopCelery("shop", broker="redis://localhost")


def expire_carts():
    print("expiring")


app.add_periodic_task(60, expire_carts)
