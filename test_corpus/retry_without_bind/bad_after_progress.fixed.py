from celery import shared_task

from genome.samples import SequencerBusy, read_lane


@shared_task(bind=True)
def sequence(self, sample_id: str, lanes: int) -> list[str]:
    reads = []
    for lane in range(lanes):
        self.update_state(state="PROGRESS", meta={"current": lane, "total": lanes})
        try:
            reads.append(read_lane(sample_id, lane))
        except SequencerBusy as error:
            raise self.retry(exc=error, max_retries=20)
    return reads
