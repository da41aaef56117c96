from celery import Celery, Task

from translations.service import translate

app = Celery("translations")


class TranslateText(Task):
    name = "translations.translate"
    rate_limit = "2 per second"  # expect CEL707: "2 per second"

    def run(self, text_id: int, language: str) -> None:
        translate(text_id, language)


app.register_task(TranslateText())
