"""`hipcoach doctor`: what this computer has, and the one line that mends what it has not."""

import sys

import click

from coach.doctor import Probe, Status, as_json, examine, report_lines
from ui.doctor_probes import VOICE_PACKAGES, WINDOW_PACKAGES

_LINUX = sys.platform == "linux"
_SET_UP = "Run scripts/setup.sh: it installs what is missing."


def _on_linux(packages: str) -> str:
    return f"sudo apt install {packages}" if _LINUX else _SET_UP


_UI, _COACH = "ui.doctor_probes", "coach.doctor_probes"
PROBES = (
    Probe("Bluetooth", _COACH, "bluetooth", _on_linux("bluez")),
    Probe("BlueZ", _COACH, "bluez", _on_linux("bluez")),
    Probe("Qt libraries", _UI, "libraries", _SET_UP),
    Probe("Window", _UI, "window", _on_linux(WINDOW_PACKAGES)),
    Probe("Sound", _UI, "sound", _on_linux("libpulse0")),
    Probe("Voice, English", _UI, "voice_en", _on_linux(VOICE_PACKAGES)),
    Probe("Voice, Finnish", _UI, "voice_fi", _on_linux(VOICE_PACKAGES)),
    Probe("Keyring", _COACH, "keyring", _SET_UP),
    Probe("Disk", _COACH, "disk", "Look whether the disk is there and whole."),
)


@click.command()
@click.option("--json", "is_json", is_flag=True, help="One line of JSON, for programs.")
def doctor(is_json: bool) -> None:
    """Look at what this computer has for a walk; exit code 1 when something is missing.

    ✓ is there, ! works with less, ✗ is missing; below it the one line that mends it.
    """
    findings = examine(PROBES)
    if is_json:
        click.echo(as_json(PROBES, findings))
    else:
        click.echo("\n".join(report_lines(PROBES, findings)))
    if any(finding.status is Status.MISSING for finding in findings):
        sys.exit(1)
