from celery import canvas, group, shared_task

from satellite.dishes import alarm, point


@shared_task
def point_dish(dish: str) -> None:
    point(dish)


@shared_task
def ring(task_id: str) -> None:
    alarm(task_id)


def track(dishes: list[str], loud: bool) -> None:
    pointing = group(point_dish.s(dish) for dish in dishes)
    pointing.apply_async(link_error=ring.s())  # expect CEL609: link_error=ring.s()
    group(point_dish.s("north"), point_dish.s("south")).set(queue="dishes").apply_async(
        countdown=10,
        link_error=ring.s() if loud else point_dish.si("south"),  # expect CEL609: link_error=ring.s() if loud else point_dish.si("south")
    )
    canvas.group([point_dish.s("east")])(link=ring.si("east"))  # expect CEL609: link=ring.si("east")
