from celery import shared_task

from cinema.films import encode_part


@shared_task(bind=True)
def encode_film(self, parts):
    for number, part in enumerate(parts):
        encode_part(part)
        self.update_state(state="PROGRESS", meta={"percent": 100 * number // len(parts)})  # expect CEL816: self.update_state(state="PROGRESS", meta={"percent": 100 * number // len(parts)})
    return {"parts": len(parts)}
