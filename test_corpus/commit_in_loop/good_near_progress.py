"""The commits let others see how far it is, and the loop looks for what they have written."""

from celery import shared_task

from shop.db import SessionLocal
from shop.models import Export
from shop.exporting import copy_block


@shared_task
def export(export_id: int, blocks: list[str]) -> None:
    with SessionLocal() as session:
        export = session.get_one(Export, export_id)
        for number, block in enumerate(blocks):
            session.refresh(export)
            if export.is_stopped:
                return
            export.progress = number
            session.commit()
            export.write(block)


@shared_task
def run_steps(export_id: int, steps: list) -> None:
    with SessionLocal() as session:
        for step in steps:
            session.get_one(Export, export_id).step = step
            session.commit()
            step.run()
            copy_block(step)
