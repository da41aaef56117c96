# settings: max-task-queries = 1
"""Only what a task does itself counts: not the functions that it calls, nor what is no query at all."""

import requests
from celery import shared_task

from surveys.models import Answer, Question


def unanswered(survey: int) -> list[int]:
    asked = Question.objects.filter(survey=survey).count()
    answered = Answer.objects.filter(question__survey=survey).count()
    return list(range(answered, asked))


@shared_task
def remind(survey: int, options: dict) -> int:
    first = options.get("first")
    second = options.get("second")
    answer = requests.get(f"https://surveys.example.com/{survey}", timeout=10)
    return len(unanswered(survey)) + len(answer.json().get("open", [first, second]))
