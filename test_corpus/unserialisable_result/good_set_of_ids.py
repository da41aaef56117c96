from celery import shared_task

from shop.search import matching


@shared_task
def find_products(words: list[str]) -> list[int]:
    found = set()
    for word in words:
        found.update(matching(word))
    return sorted(found)
