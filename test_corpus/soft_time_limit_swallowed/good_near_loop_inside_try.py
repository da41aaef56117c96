"""The loop stands inside the `try`: the limit ends it."""

import logging

from celery import shared_task

from exams.papers import grade, papers_of

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=900)
def grade_papers(exam_id: int) -> int:
    graded = 0
    try:
        for paper in papers_of(exam_id):
            grade(paper)
            graded += 1
    except Exception:
        logger.exception("grading of exam %s stopped after %d papers", exam_id, graded)
    return graded
