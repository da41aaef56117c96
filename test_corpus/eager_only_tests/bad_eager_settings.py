from django.test import TestCase, override_settings

from letters.tasks import print_letter


@override_settings(CELERY_TASK_ALWAYS_EAGER=True, CELERY_TASK_EAGER_PROPAGATES=True)  # expect CEL904: CELERY_TASK_ALWAYS_EAGER
class PrintLetter(TestCase):
    def test_print(self) -> None:
        print_letter.delay(17)
        self.assertTrue(self.letter.printed)
