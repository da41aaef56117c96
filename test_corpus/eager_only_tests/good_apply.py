from celery import shared_task

from letters.store import page_count


@shared_task
def count_pages(letter_id: int) -> int:
    return page_count(letter_id)


def test_count_pages(letter):
    assert count_pages.apply(args=(letter.id,)).get() == 3


def test_count_pages_in_worker(celery_worker, letter):
    assert count_pages.delay(letter.id).get(timeout=10) == 3
