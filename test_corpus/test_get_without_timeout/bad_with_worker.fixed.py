from letters.tasks import print_letter


def test_print_letter(celery_app, celery_worker):
    result = print_letter.delay(17)
    assert result.get(timeout=10) == "printed"
