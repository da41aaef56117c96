from letters.tasks import print_letter

from celery import shared_task

from letters.store import page_count


@shared_task
def count_pages(letter_id: int) -> int:
    return page_count(letter_id)


def test_count_pages(letter):
    assert count_pages.apply(args=(letter.id,)).get() == 3  # expect CEL904: count_pages.apply(args=(letter.id,))
    assert count_pages.apply(args=(0,)).get() == 0


def test_print_letter(letter):
    print_letter.delay(letter.id)
    assert letter.printed
