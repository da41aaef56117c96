"""What is stored cannot be seen whole, or holds both."""

from celery import shared_task

from cinema.films import describe, dub_scene


@shared_task(bind=True)
def dub_film(self, scenes, language):
    for number, scene in enumerate(scenes):
        dub_scene(scene, language)
        self.update_state(state="PROGRESS", meta=describe(number, scenes))
        self.update_state(state="PROGRESS", meta={"scene": scene.name, **describe(number, scenes)})
        meta = {"scene": scene.name}
        meta.update(describe(number, scenes))
        self.update_state(state="PROGRESS", meta=meta)
    self.update_state(state="PROGRESS", meta={"current": len(scenes), "total": len(scenes)})
