from shop.tasks import charge


def pay(order) -> str:
    result = charge.apply_async_on_commit(args=(order.pk,), queue="payments")
    order.task_id = result.id  # expect CEL328: result.id
    order.save()
    return order.task_id
