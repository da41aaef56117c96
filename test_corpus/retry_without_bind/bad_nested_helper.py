from celery import Celery


def make_worker(broker_url: str, gateway) -> Celery:
    celery_app = Celery("texting", broker=broker_url)

    @celery_app.task(name="texting.send")
    def send_text(number: str, text: str) -> str:
        def later(seconds: int) -> None:
            raise self.retry(countdown=seconds)  # expect CEL201: self.retry

        answer = gateway.send(number, text)
        if answer.throttled:
            later(answer.wait)
        return answer.message_id

    @celery_app.task(name="texting.report")
    def report(day: str) -> None:
        gateway.report(day, sender=self.name)  # expect CEL201: self.name

    return celery_app
