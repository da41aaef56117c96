"""Each has a timeout, or was found to be ready."""

from letters.tasks import count_pages, print_letter


def test_print_letter(celery_worker):
    assert print_letter.delay(17).get(10) == "printed"
    assert print_letter.delay(18).get(timeout=30)["pages"] > 0


def test_count_pages(celery_worker, wait_for):
    counted = count_pages.delay(17)
    wait_for(counted.ready)
    assert counted.get() == 3
