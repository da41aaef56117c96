"""These tests look at the result, so that they see a failure."""

from django.test import TestCase, override_settings

from letters.tasks import print_letter


@override_settings(CELERY_TASK_ALWAYS_EAGER=True)
class PrintLetter(TestCase):
    def test_print(self) -> None:
        self.assertTrue(print_letter.delay(17).successful())

    def test_no_letter(self) -> None:
        self.assertEqual(print_letter.delay(0).state, "FAILURE")
