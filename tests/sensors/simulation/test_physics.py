"""The simulated sensor obeys mechanics: checked against independent numerical derivatives."""

from dataclasses import replace

import numpy as np
import pytest

from sensors.samples import FloatArray, ImuBlock, Placement, Side
from sensors.simulation.curves import evaluate, joined
from sensors.simulation.kinematics import GRAVITY_MPS2, Channel
from sensors.simulation.motion import segments
from sensors.simulation.person import Person
from sensors.simulation.scenario import Activity, Lie, Ride, Run, Sit, Stand, StrapOn, Turn, Walk
from sensors.simulation.sensor import Mounting, SensorModel, Slip, SoftTissue
from sensors.simulation.source import SimulatedWalk

RATE_HZ = 1000.0
"""High, so that differences of neighbouring samples are good derivatives."""

SCENARIOS: dict[str, tuple[Activity, ...]] = {
    "walk and turn": (Stand(2.0), Walk(6.0), Turn(150.0), Walk(5.0), Stand(1.0)),
    "run": (Walk(5.0), Run(5.0), Walk(4.0)),
    "stairs and slope": (Walk(5.0, terrain="stairs_up"), Walk(5.0, slope=-0.1)),
    "sit, ride, stand": (Stand(1.0), Sit(5.0), Ride(26.0), Stand(4.0)),
    "backward": (Stand(1.0), Walk(8.0, is_backward=True, speed_mps=0.7)),
    "strap on and lie": (StrapOn(10.0), Lie(5.0, "side")),
}
LOOSE = SensorModel(
    mounting=Mounting(Placement("-y", "+z"), 25.0, -10.0, 7.0, slips=(Slip(4.0, 30.0, 5.0),)),
    soft_tissue=SoftTissue(wobble_deg=1.5, wobble_m=0.002, shift_share=0.1),
)


def whole(walk: SimulatedWalk) -> ImuBlock:
    blocks = list(walk.blocks())
    return ImuBlock(*(np.concatenate(column) for column in zip(*blocks, strict=True)))


def turn_matrix(axis: int, angle_rad: FloatArray) -> FloatArray:
    """Textbook rotation matrices (n, 3, 3) about one axis."""
    a, b = (axis + 1) % 3, (axis + 2) % 3
    matrix = np.zeros((len(angle_rad), 3, 3))
    matrix[:, axis, axis] = 1
    matrix[:, a, a] = matrix[:, b, b] = np.cos(angle_rad)
    matrix[:, b, a] = np.sin(angle_rad)
    matrix[:, a, b] = -np.sin(angle_rad)
    return matrix


def thigh_in_earth(walk: SimulatedWalk, t_s: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Orientation (n, 3, 3) and hip position (n, 3) in an earth frame with y up."""
    knots = joined([s.knots for s in segments(walk.person, walk.scenario, walk.seed)])
    body = evaluate(knots, t_s)
    angle = body.value.T
    heading = turn_matrix(1, angle[Channel.HEADING])
    orientation = heading @ turn_matrix(2, angle[Channel.SAGITTAL])
    orientation = orientation @ turn_matrix(0, angle[Channel.FRONTAL])
    orientation = orientation @ turn_matrix(1, angle[Channel.AXIAL])
    velocity = heading[:, :, 0] * body.rate[:, [Channel.FORWARD]]
    step_s = np.diff(t_s)[:, None]
    way = np.concatenate(
        [np.zeros((1, 3)), np.cumsum(step_s * (velocity[1:] + velocity[:-1]) / 2, axis=0)]
    )
    way += -heading[:, :, 2] * body.value[:, [Channel.LEFT]]
    way[:, 1] += body.value[:, Channel.UP]
    return orientation, way


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_force_is_the_second_derivative_of_the_sensor_path(scenario: tuple[Activity, ...]) -> None:
    walk = SimulatedWalk(Person(), scenario, SensorModel(), RATE_HZ)
    samples = whole(walk)
    orientation, hip = thigh_in_earth(walk, samples.t_s)
    mounting = walk.sensor.mounting
    place = np.array([mounting.before_m, -mounting.below_hip_m, mounting.outside_m])
    path = hip + orientation @ place
    acceleration = np.diff(path, 2, axis=0) * RATE_HZ**2
    acceleration[:, 1] += GRAVITY_MPS2
    felt = np.einsum("nji,nj->ni", orientation[1:-1], acceleration)
    sensor_axes = np.stack([felt[:, 1], felt[:, 0], -felt[:, 2]], axis=1)  # up, anterior, left
    error = np.abs(samples.acc_mps2[1:-1] - sensor_axes)
    assert np.max(error) < 0.5  # a second difference smears the jerk over two samples
    assert np.sqrt(np.mean(error**2)) < 0.02


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_integrated_rate_gives_back_the_orientation(scenario: tuple[Activity, ...]) -> None:
    walk = SimulatedWalk(Person(side=Side.LEFT), scenario, SensorModel(), RATE_HZ)
    samples = whole(walk)
    orientation, _ = thigh_in_earth(walk, samples.t_s)
    sensor_in_thigh = np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, -1]]).T
    turned = integrated(orientation[0] @ sensor_in_thigh, samples.gyr_radps)
    apart = np.trace(turned.T @ (orientation[-1] @ sensor_in_thigh))
    assert np.degrees(np.arccos(np.clip((apart - 1) / 2, -1, 1))) < 0.05


def integrated(start: FloatArray, rate_radps: FloatArray) -> FloatArray:
    """Orientation after all samples: Rodrigues' formula with the mean rate of each interval."""
    orientation = start
    for rate in (rate_radps[1:] + rate_radps[:-1]) / 2 / RATE_HZ:
        angle = float(np.linalg.norm(rate))
        x, y, z = rate
        cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
        sine, bend = np.sinc(angle / np.pi), 0.5 * np.sinc(angle / (2 * np.pi)) ** 2
        orientation = orientation @ (np.eye(3) + sine * cross + bend * cross @ cross)
    return orientation


def test_minute_of_walking_integrates_to_the_same_orientation() -> None:
    scenario = (Stand(2.0), Walk(26.0), Turn(170.0), Walk(30.0), Stand(2.0))
    walk = SimulatedWalk(Person(), scenario, SensorModel(), RATE_HZ)
    samples = whole(walk)
    orientation, _ = thigh_in_earth(walk, samples.t_s)
    sensor_in_thigh = np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, -1]]).T
    turned = integrated(orientation[0] @ sensor_in_thigh, samples.gyr_radps)
    apart = np.trace(turned.T @ (orientation[-1] @ sensor_in_thigh))
    assert np.degrees(np.arccos(np.clip((apart - 1) / 2, -1, 1))) < 0.05


def test_gravity_alone_is_felt_when_nothing_moves() -> None:
    person = Person(sway_deg=0.0)
    samples = whole(SimulatedWalk(person, (Stand(3.0),), SensorModel()))
    np.testing.assert_allclose(np.linalg.norm(samples.acc_mps2, axis=1), 9.80665, atol=1e-9)


def test_running_flies_in_every_step() -> None:
    walk = SimulatedWalk(
        Person(),
        (Run(10.0),),
        SensorModel(mounting=Mounting(below_hip_m=0.0, before_m=0.0, outside_m=0.0)),
    )
    samples = whole(walk)
    inside = (samples.t_s > 3) & (samples.t_s < 7)
    force = np.linalg.norm(samples.acc_mps2[inside], axis=1)
    assert np.mean(force < 4.0) > 0.15  # the hip falls nearly freely


def test_loose_sensor_feels_what_the_fixed_one_feels_plus_its_own_motion() -> None:
    scenario: tuple[Activity, ...] = (Stand(2.0), Walk(8.0), Stand(1.0))
    fixed = whole(SimulatedWalk(Person(), scenario, replace(LOOSE, soft_tissue=SoftTissue())))
    loose = whole(SimulatedWalk(Person(), scenario, LOOSE))
    difference_radps = np.linalg.norm(loose.gyr_radps - fixed.gyr_radps, axis=1)
    assert 0.2 < np.max(difference_radps[200:900]) < 4.0
    assert np.max(difference_radps[:150]) < 0.01
