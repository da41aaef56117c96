from celery import shared_task

from glacier.ice import drill


@shared_task(bind=True, name="glacier.drill_core")
def drill_core(self, depth: int) -> str:
    return drill(depth, asked_by=self.request.id)
