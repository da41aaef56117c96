import requests
from celery import shared_task

from shop.models import Product


@shared_task
def refresh_prices() -> None:
    for product in Product.objects.filter(active=True):
        with requests.Session() as session:  # expect CEL409: requests.Session()
            answer = session.get(f"https://prices.example/{product.sku}", timeout=10)
        product.set_price(answer.json()["price"])
