from celery import Celery


class ShopCelery(Celery):
    def _task_from_fun(self, fun, name=None, base=None, bind=False, **options):
        self.contexts = options.pop("request_context", False)
        return super()._task_from_fun(fun, name, base, bind, **options)


app = ShopCelery("shop")
