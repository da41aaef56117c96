import multiprocessing
import multiprocessing as mp

from celery import shared_task

from documents.text import extract


@shared_task
def extract_text(path: str) -> None:
    worker = mp.Process(target=extract, args=(path,), daemon=True)  # expect CEL129: mp.Process(target=extract, args=(path,), daemon=True)
    worker.start()
    worker.join(timeout=60)


@shared_task
def extract_folder(paths: list[str]) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:  # expect CEL129: context.Pool(2)
        pool.map(extract, paths)
    with multiprocessing.Manager() as manager:  # expect CEL129: multiprocessing.Manager()
        manager.dict()


class Extraction(mp.Process):
    def run(self) -> None:
        extract("index.pdf")


@shared_task
def extract_index() -> None:
    Extraction().start()  # expect CEL129: Extraction()
