"""How long ten thousand people take to come in, and how long another process waits to save something small meanwhile.

Prints one line and exits 1 over either limit. A real installation in a folder of its own, on SQLite; the command as it is typed.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEOPLE = 10_000
EVERY = 0.05  # seconds between two saves
MOST_SECONDS = 20.0
LONGEST_WAIT = 1.0
HEADER = (
    "Known as,Full name,Date of birth,Phone,Email,Address,Postcode,What matters to them,How we met,Walking since,Lead e-mail,Our reference"
)
LEADS = ("maya@northbridge.example", "ines@northbridge.example")
COMMAND = "from alongside.doors.terminal.main import main; raise SystemExit(main())"


def one(number: int) -> str:
    """A row with something in every cell but the postcode of every third."""
    name, born = f"Person{number}", f"{1930 + number % 78}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    postcode = "" if number % 3 == 0 else f"NB{number % 20} {number % 9}AA"
    kept = f"{name},{name} Surname,{born},0161 496 {number % 10_000:04},{name}@example.org,{number} Mill Street,{postcode}"
    return f"{kept},A door that locks,Food bank,2026-03-14,{LEADS[number % 2]},HUB-{number:05}"


def save_until(running: "subprocess.Popen[bytes]") -> list[float]:
    """Save a small row every EVERY seconds while the other process runs; how long each waited, in seconds."""
    from alongside.rooms.journal.acts import write_entry  # noqa: PLC0415 (settings first)

    waits = []
    while running.poll() is None:
        began = time.perf_counter()
        write_entry(act="bench.saved", by=None, subject="bench:row")
        waits.append(time.perf_counter() - began)
        time.sleep(EVERY)
    return waits


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ALONGSIDE_DIR": folder, "DJANGO_SETTINGS_MODULE": "alongside.foundation.settings"}
        sys.path.insert(0, str(ROOT))
        import django  # noqa: PLC0415 (settings first)

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415
        from tests.rooms.arrivals.place import make_hub  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        make_hub(example=True)
        file = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "many.csv"
        if len(sys.argv) < 2:
            file.write_text("\n".join([HEADER, *map(one, range(PEOPLE))]))
        began = time.perf_counter()
        running = subprocess.Popen([sys.executable, "-c", COMMAND, "people", "import", str(file)], stdout=subprocess.DEVNULL)
        waits = save_until(running)
        seconds = time.perf_counter() - began
    over = running.returncode or seconds > MOST_SECONDS or max(waits) > LONGEST_WAIT
    typical = sorted(waits)[len(waits) // 2]
    print(
        f"bringing in {PEOPLE:,} people: {seconds:.1f} s (at most {MOST_SECONDS:.0f}); {len(waits)} other saves, "
        f"longest wait {max(waits):.2f} s (at most {LONGEST_WAIT:.0f}), median {typical * 1000:.0f} ms"
    )
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
