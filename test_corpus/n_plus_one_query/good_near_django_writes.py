"""Django's writes: `update`, `delete`, `get_or_create`, `save`."""

from celery import shared_task

from podcasts.models import Download, Episode, Listener


@shared_task
def count_downloads(log: list[dict]) -> None:
    for line in log:
        listener, _ = Listener.objects.get_or_create(address=line["address"])
        Download(listener=listener, episode_id=line["episode"]).save()
        Episode.objects.filter(pk=line["episode"]).update(stale=True)
        Download.objects.filter(listener=listener, partial=True).delete()
