from celery import chain, shared_task

from surveys.answers import collect, count_answers, publish


@shared_task(ignore_result=True)
def collect_answers(survey_id: int, since=None):
    return collect(survey_id, since)


@shared_task
def count(answers, /, question: str):
    return count_answers(answers, question)


@shared_task
def publish_survey(survey_id: int) -> None:
    publish(survey_id)


def close(survey_id: int, question: str) -> None:
    collect_answers.delay(survey=survey_id)  # expect CEL504: survey=survey_id
    count.apply_async(kwargs={"answers": [], "question": question})  # expect CEL504: "answers": []
    chain(
        collect_answers.si(survey_id, survey_id=survey_id),  # expect CEL504: survey_id=survey_id
        count.s(question=question, survey=survey_id),  # expect CEL504: survey=survey_id
        publish_survey.si(),  # expect CEL504: publish_survey.si()
    ).delay()
