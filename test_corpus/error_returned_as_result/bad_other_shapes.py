from celery import Celery

from payroll.reports import Report, build, mail

app = Celery("payroll")


@app.task
def mail_report(month: str) -> str:
    try:
        mail(build(month))
        return "report mailed"
    except Exception:  # expect CEL212: except Exception
        return "report failed"


@app.task
def check_report(month: str) -> bool:
    report = Report(month)
    try:
        report.check()
    except:  # expect CEL212: except
        return False
    return True


@app.task
def store_report(month: str) -> dict[str, object]:
    result: dict[str, object] = {"month": month}
    try:
        build(month).store()
    except (OSError, Exception) as error:  # expect CEL212: except (OSError, Exception) as error
        failed = dict(month=month, reason=repr(error))
        return failed
    return result


@app.task
def sign_report(month: str) -> tuple[bool, str | None]:
    try:
        build(month).sign()
    except BaseException as error:  # expect CEL212: except BaseException as error
        return False, f"not signed: {error}"
    return True, None
