from celery import Celery


class ShopCelery(Celery):
    def periodic_task(self, **options):
        def decorator(function):
            entry = {"task": function.__name__, "schedule": options.pop("run_every")}
            self.conf.beat_schedule[function.__name__] = entry
            return self.task(**options)(function)

        return decorator


app = ShopCelery("shop")
