"""Exports written by hand, each of the same motion: up is +x, and the rate about z grows.

Sample i of `N` at 100 Hz: 9.80665 m/s^2 along x, i/100 m/s^2 along y, i/100 rad/s about z.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping
from math import degrees
from pathlib import Path

import numpy as np

from sensors.imports.recognise import read_export
from sensors.imports.told import NOTHING, Told
from sensors.samples import FloatArray

N = 300
G = 9.80665


def motion() -> Iterator[tuple[int, float, float]]:
    """Number, acceleration along y and rate about z of each sample."""
    return ((i, i / 100, i / 100) for i in range(N))


def expected() -> FloatArray:
    """The (N, 7) table every export must become."""
    i = np.arange(N) / 100
    zero = np.zeros(N)
    return np.column_stack([i, zero + G, i, zero, zero, zero, i])


DOT_HEAD = [
    "sep=,",
    "DeviceTag:,thigh,,,",
    "FirmwareVersion:,2.0.0,,,",
    "OutputRate:,100Hz,,,",
    "StartTime:,2026-01-02 10:00:00,,,",
    "Movella Technologies B. V. 2005-2026,,,,",
    "",
    "PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z",
]


def dot(first_tick: int = 2_974_023_062) -> str:
    rows = (
        f"{i},{(first_tick + 10_000 * i) % 2**32},{G},{y},0.0,0.0,0.0,{degrees(z):.9f}"
        for i, y, z in motion()
    )
    return "\n".join([*DOT_HEAD, *rows, ""])


MT_HEAD = [
    "// Start Time: Unknown",
    "// Update Rate: 100.0Hz",
    "// Firmware Version: 4.0.2",
    "PacketCounter\tSampleTimeFine\tYear\tAcc_X\tAcc_Y\tAcc_Z\tGyr_X\tGyr_Y\tGyr_Z",
]


def mt(first: int = 472) -> str:
    rows = (f"{(first + i) % 65536:05d}\t\t\t{G}\t{y}\t0.0\t0.0\t0.0\t{z}" for i, y, z in motion())
    return "\n".join([*MT_HEAD, *rows, ""])


METABASE_EPOCH_MS = 1_541_425_773_120


def metabase(shift_ms: int = 0) -> Mapping[str, str]:
    """Accelerometer and gyroscope file; the gyroscope begins later by `shift_ms`."""
    head = "epoc (ms),timestamp (-0700),elapsed (s)"
    acc = [f"{head},x-axis (g),y-axis (g),z-axis (g)"]
    gyr = [f"{head},x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)"]
    for i, y, z in motion():
        ms = METABASE_EPOCH_MS + 10 * i
        stamp = "2018-11-05T13.49.33.120"
        acc.append(f"{ms},{stamp},{i / 100:.3f},1.000,{y / G:.9f},0.000")
        turned = degrees(z + shift_ms / 1000)
        gyr.append(f"{ms + shift_ms},{stamp},{i / 100:.3f},0.000,0.000,{turned:.9f}")
    prefix, suffix = "MetaWear_2018-11-05_D1A5", "100.000Hz_1.4.4.csv"
    return {
        f"{prefix}_Accelerometer_{suffix}": "\n".join([*acc, ""]),
        f"{prefix}_Gyroscope_{suffix}": "\n".join([*gyr, ""]),
    }


def movesense_csv() -> str:
    """One file, whose names of columns say no units."""
    head = "Timestamp,AccX,AccY,AccZ,GyroX,GyroY,GyroZ,MagnX,MagnY,MagnZ"
    rows = (f"{17541 + 10 * i},{G},{y},0,0,0,{degrees(z):.9f},0,0,0" for i, y, z in motion())
    return "\n".join([head, *rows, ""])


def movesense_pair() -> Mapping[str, str]:
    acc, gyr = (
        ["Timestamp (ms),X: (m/s^2),Y: (m/s^2),Z: (m/s^2)"],
        ["Timestamp (ms),X: (degree per second),Y: (degree per second),Z: (degree per second)"],
    )
    for i, y, z in motion():
        acc.append(f"{17541 + 10 * i},{G},{y},0.000000, ")
        gyr.append(f"{17541 + 10 * i},0.000000,0.000000,{degrees(z):.9f}, ")
    return {
        "20260102_LinearAcc.csv": "\n".join([*acc, ""]),
        "20260102_AngularVelocity.csv": "\n".join([*gyr, ""]),
    }


def movesense_json(shape: str = "meas", first_ms: int = 17541, per_chunk: int = 4) -> str:
    """A download in one of the two shapes: `meas` or `samples`."""
    samples = list(motion())
    entries = [
        {
            "Timestamp": (first_ms + 10 * chunk[0][0]) % 2**32,
            "ArrayAcc": [{"x": G, "y": y, "z": 0} for _, y, _ in chunk],
            "ArrayGyro": [{"x": 0, "y": 0, "z": degrees(z)} for _, _, z in chunk],
        }
        for chunk in (samples[at : at + per_chunk] for at in range(0, N, per_chunk))
    ]
    if shape == "meas":
        return json.dumps({"Meas": {"IMU6": entries}})
    time = {"TimeDetailed": {"relativeTime": 17541, "utcTime": 1}}
    return json.dumps({"Samples": [time, *({"MeasIMU6": entry} for entry in entries)]})


def witmotion_new(device: str = "WT901BLE67(c5:d0)", delimiter: str = "\t") -> str:
    """Second generation of names, chip time with uncounted zeros."""
    names = "time DeviceName ChipTime() AccX(g) AccY(g) AccZ(g) AsX(°/s) AsY(°/s) AsZ(°/s)"
    rows = [
        [
            "2025-10-9 8:18:9:0",
            device,
            f"2025-10-9 8:18:{9 + i // 100}:{10 * (i % 100)}",
            "1.0",
            f"{y / G:.9f}",
            "0",
            "0",
            "0",
            f"{degrees(z):.9f}",
        ]
        for i, y, z in motion()
    ]
    return "\n".join(delimiter.join(row) for row in [names.split(), *rows]) + "\n"


def witmotion_old() -> str:
    """The maker's Python sample."""
    head = "Chiptime\tax(g)\tay(g)\taz(g)\twx(deg/s)\twy(deg/s)\twz(deg/s)\tAngleX(deg)"
    rows = (
        f"2026-01-02 23:59:{58 + i // 100:02d}.{10 * (i % 100):03d}"
        if i < 200
        else f"2026-01-03 0:0:0.{10 * (i % 100):03d}"
        for i, _, _ in motion()
    )
    values = (f"\t1.0\t{y / G:.9f}\t0\t0\t0\t{degrees(z):.9f}\t0" for _, y, z in motion())
    return "\r\n".join([head, *(a + b for a, b in zip(rows, values, strict=True)), ""])


def phyphox(delimiter: str = ",", decimal: str = ".") -> Mapping[str, str]:
    """Files of the zip that phyphox makes."""

    def line(*values: float) -> str:
        return delimiter.join(f"{value:.9E}".replace(".", decimal) for value in values)

    names = {"Accelerometer": "Acceleration {} (m/s^2)", "Gyroscope": "Gyroscope {} (rad/s)"}
    heads = {
        file: delimiter.join(f'"{name}"' for name in ("Time (s)", *map(axes.format, "xyz")))
        for file, axes in names.items()
    }
    acc = [heads["Accelerometer"], *(line(i / 100, G, y, 0) for i, y, _ in motion())]
    gyr = [heads["Gyroscope"], *(line(i / 100, 0, 0, z) for i, _, z in motion())]
    return {
        "Accelerometer.csv": "\n".join([*acc, ""]),
        "Gyroscope.csv": "\n".join([*gyr, ""]),
        "meta/device.csv": '"property","value"\n"deviceModel","phone"\n',
    }


def sensor_logger(platform: str = "android", standardisation: str = "false") -> dict[str, str]:
    """Files of one recording; on iOS without gravity in the accelerations, signs turned round."""
    sign = -1.0 if platform == "ios" and standardisation == "false" else 1.0
    start_ns = 1_767_000_000_000_000_000

    def table(*rows: tuple[int, float, float, float]) -> str:
        lines = (f"{start_ns + 10_000_000 * i},{i / 100:.7f},{z},{y},{x}" for i, x, y, z in rows)
        return "\n".join(["time,seconds_elapsed,z,y,x", *lines, ""])

    files = {
        "Gyroscope.csv": table(*((i, 0.0, 0.0, z) for i, _, z in motion())),
        "Accelerometer.csv": table(*((i, 0.0, sign * y, 0.0) for i, y, _ in motion())),
        "Gravity.csv": table(*((i, sign * G, 0.0, 0.0) for i, _, _ in motion())),
        "Metadata.csv": "version,device name,platform,standardisation\n"
        f"3,phone,{platform},{standardisation}\n",
    }
    if platform == "android":
        files["TotalAcceleration.csv"] = table(*((i, G, y, 0.0) for i, y, _ in motion()))
    return files


def written(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write texts by name; return their paths in the same order."""
    paths = []
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        paths.append(path)
    return paths


def zipped(path: Path, files: Mapping[str, str], packed: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write texts into a zip."""
    with zipfile.ZipFile(path, "w", packed) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def values(path: Path, told: Told = NOTHING) -> FloatArray:
    """The motion that is read from an export."""
    export = read_export(path, told)
    assert export is not None
    return export.values
