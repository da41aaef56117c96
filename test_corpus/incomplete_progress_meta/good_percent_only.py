from celery import shared_task

from cinema.films import encode_part


@shared_task(bind=True)
def encode_film(self, parts):
    total = len(parts)
    for number, part in enumerate(parts, 1):
        encode_part(part)
        self.update_state(
            state="PROGRESS",
            meta={"current": number, "total": total, "percent": int(number / total * 100)},
        )
    return {"parts": total}
