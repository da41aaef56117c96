import unittest

from celery import group, shared_task

from letters.store import page_count


@shared_task
def count_pages(letter_id: int) -> int:
    return page_count(letter_id)


class CountPages(unittest.TestCase):
    def setUp(self) -> None:
        count_pages.apply_async(args=(1,)).wait(timeout=10)

    def test_all(self) -> None:
        counted = group(count_pages.s(number) for number in range(3)).apply_async()
        self.assertEqual(sum(counted.join(timeout=10)), 9)

    def test_by_id(self) -> None:
        sent = count_pages.delay(2)
        self.assertEqual(count_pages.AsyncResult(sent.id).get(timeout=10), 4)
