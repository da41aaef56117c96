"""The result is ignored, so that nobody writes it."""

from celery import shared_task

from shop.models import Product


@shared_task(ignore_result=True)
def reindex(product_ids: list[int]):
    products = Product.objects.filter(pk__in=product_ids)
    for product in products:
        product.reindex()
    return products
