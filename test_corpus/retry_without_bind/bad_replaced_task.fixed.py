from celery import chain
from celery import shared_task as task

from video.files import needs_transcoding


@task(name="video.transcode")
def transcode(path: str) -> str:
    return path.replace(".avi", ".mp4")


@task(name="video.publish")
def publish(path: str) -> str:
    return f"https://videos.example.com/{path}"


@task(bind=True, name="video.process", acks_late=True)
def process(self, path: str) -> str:
    if needs_transcoding(path):
        raise self.replace(chain(transcode.s(path), publish.s()))
    return f"https://videos.example.com/{path}"
