"""How far this stride will extend, told while the thigh is still on its way."""

from coach.gait.events import Prediction


class ExtensionPredictor:
    """placeholder."""

    def predict(
        self, level: int, t_s: float, stride_start_s: float, flexion_rad: float, rate_radps: float
    ) -> Prediction | None:
        return None

    def learn(self, peak_thigh_extension_deg: float) -> None:
        pass
