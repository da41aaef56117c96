from celery.signals import heartbeat_sent, task_postrun, worker_ready

from volcano.alarms import ring


class Watch:
    def __init__(self, crater: str) -> None:
        self.crater = crater
        self.alarms = 0

    def __call__(self, **kwargs) -> None:
        self.alarms += 1

    def on_ready(self, sender, **kwargs) -> None:
        ring(self.crater)


def watch(crater: str) -> None:
    def on_end(task, **kwargs):
        ring(f"{crater}: {task.name}")

    worker_ready.connect(Watch(crater).on_ready, weak=False)
    heartbeat_sent.connect(Watch(crater), weak=False)
    task_postrun.connect(on_end, weak=False)
