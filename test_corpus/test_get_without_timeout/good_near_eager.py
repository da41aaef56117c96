"""Nothing is waited for: the tasks of these tests run at once."""

from django.test import TestCase, override_settings

from letters.tasks import print_letter


@override_settings(CELERY_TASK_ALWAYS_EAGER=True, CELERY_TASK_EAGER_PROPAGATES=True)
class PrintLetter(TestCase):
    def test_print(self) -> None:
        self.assertEqual(print_letter.delay(17).get(), "printed")
