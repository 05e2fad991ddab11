"""Codes, advice and details of sensor errors."""

import pickle

import pytest

from sensors.errors import Advice, LinkError, PacketError, RecordingError, SensorError, SensorFault


@pytest.mark.parametrize("fault", list(SensorFault))
def test_every_fault_has_an_advice(fault: SensorFault) -> None:
    assert fault.advice in Advice


def test_every_advice_belongs_to_a_fault() -> None:
    assert {fault.advice for fault in SensorFault} == set(Advice)


def test_log_line_names_the_fault_and_its_details() -> None:
    error = RecordingError(SensorFault.NOT_A_NUMBER, path="a.csv", line=7)
    assert str(error) == "not_a_number: path='a.csv', line=7"


@pytest.mark.parametrize(
    "error",
    [
        RecordingError(SensorFault.EMPTY, path="a.csv"),
        LinkError(SensorFault.SILENT, seconds=2.5),
        PacketError("has 3 bytes, expected 28", length=3),
    ],
    ids=["recording", "link", "packet"],
)
def test_error_survives_the_way_to_another_process(error: SensorError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.fault, copy.details) == (type(error), error.fault, error.details)
