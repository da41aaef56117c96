"""A plain session, in a plain function and in one that `run_sync` calls: nothing to await."""

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from payroll.db import SessionLocal, async_engine
from payroll.models import Payslip
from payroll.runner import run_async


def _sign(session: Session, payslip_id: int) -> None:
    session.get_one(Payslip, payslip_id).signed = True
    session.flush()


def _stamp(session: AsyncSession, payslip_id: int) -> None:  # `run_sync` hands it a plain one, whatever it says
    session.get_one(Payslip, payslip_id).stamped = True
    session.flush()


async def _sign_async(payslip_id: int) -> None:
    async with AsyncSession(async_engine) as session:
        await session.run_sync(_sign, payslip_id)
        await session.run_sync(_stamp, payslip_id)
        await session.run_sync(lambda plain: plain.commit())


@shared_task
def sign_payslip(payslip_id: int, at_once: bool) -> None:
    if at_once:
        with SessionLocal() as session:
            _sign(session, payslip_id)
            session.commit()
    else:
        run_async(_sign_async(payslip_id))
