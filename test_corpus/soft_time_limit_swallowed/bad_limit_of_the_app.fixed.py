from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

from radio.playlists import Playlist, analyse_track

app = Celery("radio")
app.conf.task_soft_time_limit = 90
app.conf.task_time_limit = 120


@app.task
def analyse_playlist(playlist_id: int) -> list[str]:
    unreadable = []
    for track in Playlist(playlist_id):
        try:
            track.tempo = analyse_track(track.path)
        except SoftTimeLimitExceeded:
            raise
        except Exception:
            unreadable.append(track.path)
            continue
        track.save()
    return unreadable
