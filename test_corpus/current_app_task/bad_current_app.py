from celery import current_app

from glacier.ice import drill


@current_app.task(bind=True, name="glacier.drill_core")  # expect CEL128: current_app.task
def drill_core(self, depth: int) -> str:
    return drill(depth, asked_by=self.request.id)
