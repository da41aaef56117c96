"""The set is returned by a function inside the task, which makes a list of it; and a queryset is listed."""

from celery import shared_task

from shop.models import Product


@shared_task
def codes(rows: list[dict]):
    def distinct():
        return {row["code"] for row in rows}

    if not rows:
        return list(Product.objects.values_list("code", flat=True))
    return sorted(distinct())
