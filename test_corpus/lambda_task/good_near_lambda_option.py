"""The lambdas are options and arguments; the task is a function."""

from celery import Celery

from exams.marks import mark

app = Celery("exams")


@app.task(shadow_name=lambda self, args, kwargs, options: f"mark {args[0]}")
def mark_exam(exam_id: int, order=lambda question: question.number) -> None:
    for question in sorted(mark(exam_id), key=order):
        print(question)
