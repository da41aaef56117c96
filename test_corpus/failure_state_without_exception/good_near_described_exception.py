"""An exception, its description, or nothing at all can be read back."""

import traceback

from celery import shared_task, states
from celery.exceptions import Ignore

from herbarium.labels import LabelError, read_label


@shared_task(bind=True)
def label(self, sheet: str) -> str:
    try:
        return read_label(sheet)
    except LabelError as error:
        details = {"exc_type": type(error).__name__, "exc_message": traceback.format_exc().split("\n")}
        self.update_state(state=states.FAILURE, meta=details)
        raise Ignore() from error
    except ValueError as error:
        self.update_state(state="FAILURE", meta={"exc_type": "ValueError", "sheet": sheet})
        raise Ignore() from error
    except OSError as error:
        self.update_state(state="RETRY", meta=error)
        raise self.retry(exc=error)
    except TypeError as error:
        outcome = {"sheet": sheet}
        outcome["exc_type"] = type(error).__name__
        self.update_state(state="FAILURE", meta=outcome)
        raise Ignore() from error
    except RuntimeError:
        self.update_state(state="FAILURE")
        raise
    except KeyError as error:
        self.update_state(state="REVOKED", meta={**details_of(error), "sheet": sheet})
        raise Ignore() from error


def details_of(error: Exception) -> dict[str, str]:
    return {"exc_type": type(error).__name__, "exc_message": str(error)}
