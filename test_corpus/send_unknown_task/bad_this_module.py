from celery import Celery, signature

from bread.oven import bake, cool

app = Celery("bad_this_module")


@app.task
def bake_loaf(loaf: int) -> None:
    bake(loaf)
    app.send_task("bad_this_module.cool_loaves", (loaf,))  # expect CEL519: "bad_this_module.cool_loaves"


@app.task
def cool_loaf(loaf: int) -> None:
    cool(loaf)


def morning(loaf: int) -> None:
    signature("bad_this_module.bake_load", args=(loaf,)).delay()  # expect CEL519: "bad_this_module.bake_load"
