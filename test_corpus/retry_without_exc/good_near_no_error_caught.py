"""There is no error to name, another is named on purpose, the arguments are not known, or another rule speaks."""

from celery import shared_task

from invoices.exports import ExportFailed, ExportJob, ExportNotReady


@shared_task(bind=True, max_retries=60)
def poll_export(self, job_id: str) -> str:
    job = ExportJob(job_id)
    if not job.is_done:
        raise self.retry(countdown=10)
    return job.url


@shared_task(bind=True, max_retries=3)
def start_export(self, year: int, **retry_options) -> str:
    try:
        return ExportJob.start(year)
    except ConnectionError:
        raise self.retry(exc=ExportFailed(year))
    except ExportNotReady:
        raise self.retry(**retry_options)


@shared_task(bind=True, max_retries=3)
def retry_exports(self, job_ids: list[str]) -> None:
    for job_id in job_ids:
        try:
            ExportJob(job_id).check()
        except ExportFailed:
            ExportJob(job_id).retry()


@shared_task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True)
def stop_export(self, job_id: str) -> None:
    try:
        ExportJob(job_id).stop()
    except ConnectionError:
        raise self.retry()
