"""Functions that block the thread, and what a coroutine awaits instead. Source: the documentation of Python's asyncio
("Developing with asyncio", "Subprocesses")."""

_PROCESS = "`await asyncio.create_subprocess_exec(...)`"
IN_THREAD = "`await asyncio.to_thread(...)`"

BLOCKING_FUNCTIONS = {
    "time.sleep": "`await asyncio.sleep(...)`",
    **{f"subprocess.{name}": _PROCESS for name in ("run", "call", "check_call", "check_output", "getoutput")},
    "os.system": _PROCESS,
    "socket.create_connection": "`await asyncio.open_connection(...)`",
    "socket.getaddrinfo": "`await loop.getaddrinfo(...)`",
    "socket.gethostbyname": "`await loop.getaddrinfo(...)`",
    "smtplib.SMTP": IN_THREAD,
    "smtplib.SMTP_SSL": IN_THREAD,
}
