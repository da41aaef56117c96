from celery import Celery
from celery.schedules import crontab

app = Celery("school", broker="redis://localhost")


@app.task(bind=True, name="school.grade")
def grade(self, course, term="spring"):
    print("grading", course, term)


@app.task(name="school.ring")
def ring():
    print("ringing")


app.conf.beat_schedule = {
    "grade-all": {
        "task": "school.grade",  # expect CEL704: "school.grade"
        "schedule": crontab(minute=0, hour=20),
    },
    "grade-maths": {
        "task": "school.grade",
        "schedule": crontab(minute=0, hour=21),
        "args": ("maths", "autumn", 2024),  # expect CEL704: 2024
    },
    "grade-music": {
        "task": "school.grade",
        "schedule": crontab(minute=0, hour=22),
        "kwargs": {"course": "music", "year": 2024},  # expect CEL704: "year": 2024
    },
    "grade-art": {
        "task": "school.grade",
        "schedule": crontab(minute=0, hour=23),
        "args": ["art"],
        "kwargs": {"course": "art"},  # expect CEL704: "course": "art"
    },
    "ring": {
        "task": "school.ring",
        "schedule": 2700,
        "args": ("loud",),  # expect CEL704: "loud"
    },
}
