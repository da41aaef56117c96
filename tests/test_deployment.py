"""Commands that start workers, in the files around the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from celerylint.linter.deployment import worker_commands
from tests.test_cli import write

COMPOSE = """\
services:
  # old: celery -A proj worker -P solo
  one:
    command: celery -A proj worker -P threads -Q a,b
    environment:
      - A=b
  two:
    command:
      - celery
      - -A
      - proj
      - worker
      - --queues=c
    depends_on:
      - redis
  three:
    command: ["celery", "-A", "proj", "worker", "-P", "eventlet"]
  four:
    command: >
      celery -A proj worker
      -P gevent -Q x
    ports: []
  five:
    command: sh -c "sleep 3 && celery -A proj worker -Q y && echo done"
  six:
    command: [
      "celery", "-A", "proj",
      "worker", "-Q", "z"
    ]
  seven:
    command: celery -A proj beat
"""
SCRIPT = """\
#!/bin/sh
# celery -A x worker --pool=solo
exec /venv/bin/celery -A app worker \\
   --pool=solo \\
   -Q "one,two" -l info &
nohup poetry run celery -A app.celery worker -P ${POOL} -Q $QUEUES --loglevel INFO > x.log 2>&1
celery -A app worker $EXTRA
celery -A app worker -c $N -l $LEVEL
python -m celery -A app worker -Pgevent -E $EXTRA | tee x
celery -A app worker; celery -A app worker -P gevent
celery multi start w1 -A app worker -P gevent
celery inspect ping
echo 'unbalanced
"""


def commands(root: Path, name: str, text: str) -> list[tuple[int, str | None, tuple[str, ...] | None]]:
    return [(each.line, each.pool, each.queues) for each in worker_commands(str(write(root, {name: text})))]


def test_compose(tmp_path: Path) -> None:
    assert commands(tmp_path, "docker-compose.yml", COMPOSE) == [
        (4, "threads", ("a", "b")),
        (9, "prefork", ("c",)),
        (17, "eventlet", ()),
        (19, "gevent", ("x",)),
        (24, "prefork", ("y",)),
        (26, "prefork", ("z",)),
    ]


def test_scripts(tmp_path: Path) -> None:
    """What a variable puts in may be anything; as the value of another option it is that only."""
    assert commands(tmp_path, "bin/start.sh", SCRIPT) == [
        (3, "solo", ("one", "two")),
        (6, None, None),
        (7, None, None),
        (8, "prefork", ()),
        (9, "gevent", None),
        (10, "prefork", ()),
        (10, "gevent", ()),
    ]


SUPERVISOR = """\
[program:primary]
command=celery -A onyx.primary worker
    --hostname=primary@%%n
    -Q celery
stdout_logfile=/var/log/celery_worker_primary.log

[program:light]
command=celery -A onyx.light worker
    -Q sync,delete -P threads
"""


def test_commands_of_supervisor_go_on_below(tmp_path: Path) -> None:
    found = [(2, "prefork", ("celery",)), (8, "threads", ("sync", "delete"))]
    assert commands(tmp_path, "supervisord.conf", SUPERVISOR) == found


@pytest.mark.parametrize(
    ("options", "is_open"),
    [
        ("-Ofair ${QUEUE_ARGS}", True),
        ("-E $ARGS", True),
        ("--without-mingle $ARGS", True),
        ("--concurrency=4 $ARGS", True),
        ("$ARGS", True),
        ("-c $N", False),
        ("--concurrency $N", False),
        ("--concurrency=$N -l ${LEVEL:-info}", False),
        ('--autoscale="${MAX},${MIN}"', False),
    ],
)
def test_what_a_variable_may_stand_for(options: str, is_open: bool, tmp_path: Path) -> None:
    found = commands(tmp_path, "start.sh", f"celery -A app worker {options}\n")
    assert found == [(1, None, None) if is_open else (1, "prefork", ())]


@pytest.mark.parametrize(
    ("name", "text", "pool"),
    [
        ("Procfile", "web: gunicorn x\nworker: celery -A x worker --pool gevent\n", "gevent"),
        ("Dockerfile", 'CMD ["celery", "-A", "x", "worker", "--pool=gevent"]\n', "gevent"),
        ("deploy/w.service", "[Service]\nExecStart=/opt/celery -A x worker -P eventlet -n w@%%h\n", "eventlet"),
        ("supervisord.conf", "[program:w]\ncommand=celery -A x worker -P threads\n", "threads"),
        ("supervisord.conf", "[program:w]\n;command=celery -A x worker -P threads\n", None),
        ("k8s/worker.yaml", 'args: ["celery", "-A", "x", "worker", "-P", "solo"]\n', "solo"),
        ("k8s/worker.yaml", 'command:\n- sh\n- -c\n- "celery -A x worker -P solo"\n', "solo"),
        ("docker/entrypoint", "celery worker --app=x --pool=processes\n", "prefork"),
        ("Procfile", "worker: celery -A celery worker -Q celery -P solo\n", "solo"),
        ("Procfile", "worker: celery --app=celery worker -P solo\n", "solo"),
        ("Procfile", "worker: python -m celery -A x worker -P solo\n", "solo"),
        ("Procfile", "worker: celery -A x worker --pool=mine\n", None),
        ("docker-compose.dev.yml", "command: celery -A x worker -P solo\n", None),
        ("scripts/test/run.sh", "celery -A x worker -P solo\n", None),
        ("README.md", "celery -A x worker -P solo\n", None),
        ("run.bat", "celery -A x worker -P solo\n", None),
        ("node_modules/a/Procfile", "w: celery -A x worker -P solo\n", None),
        (".github/workflows/ci.yml", "run: celery -A x worker -P solo\n", None),
    ],
)
def test_the_pool(name: str, text: str, pool: str | None, tmp_path: Path) -> None:
    assert [each for _, each, _ in commands(tmp_path, name, text)] in ([pool], [] if pool is None else [pool])
