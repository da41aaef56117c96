from celery import current_task, shared_task

from cinema.films import cut_scene, grade_scene


@shared_task(bind=True)
def cut_film(self, scenes):
    for number, scene in enumerate(scenes):
        cut_scene(scene)
        meta = dict(current=number, scene=scene.name)
        self.update_state(state="PROGRESS", meta=meta)  # expect CEL816: self.update_state(state="PROGRESS", meta=meta)


@shared_task
def grade_film(scenes):
    current_task.update_state(state="PROGRESS")  # expect CEL816: current_task.update_state(state="PROGRESS")
    for scene in scenes:
        grade_scene(scene)
