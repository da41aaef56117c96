from celery import Celery


def make_worker(broker_url: str, gateway) -> Celery:
    celery_app = Celery("texting", broker=broker_url)

    @celery_app.task(bind=True, name="texting.send")
    def send_text(self, number: str, text: str) -> str:
        def later(seconds: int) -> None:
            raise self.retry(countdown=seconds)

        answer = gateway.send(number, text)
        if answer.throttled:
            later(answer.wait)
        return answer.message_id

    @celery_app.task(bind=True, name="texting.report")
    def report(self, day: str) -> None:
        gateway.report(day, sender=self.name)

    return celery_app
