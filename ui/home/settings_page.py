"""Settings: language and look, sound, what was told of oneself, the limit, and one's own data."""

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QSlider

from coach import care_words
from coach.care.limit_change import patient_may_set
from coach.care.limits import Limit
from coach.records.entries import LegProfile, LimitEntry
from coach.records.errors import RecordError
from coach.records.journal import PATIENT
from coach.today import limit_in_force
from sensors.samples import Side
from ui import care_texts, texts
from ui.home.about_dialogs import ask_about
from ui.home.data_card import DataCard
from ui.home.first_steps import LANGUAGES
from ui.home.home import VOLUME_SETTING, Home
from ui.home.limit_card import LimitCard
from ui.home.photo_card import PhotoCard
from ui.home.prescription_card import PrescriptionCard
from ui.look import LOOK_SETTING, SYSTEM, TEXT_PERCENTS, Look, look_now
from ui.sounds import Sound
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
_COUNTRIES = ("FI", "SE", "NO", "DK", "EE", "DE", "GB", "IE", "US", "CA", "AU", "NZ")


class SettingsPage(Sheet):
    """All that can be set in one place, each change kept at once."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("settings", "Settings"))
        self._home = home
        self.look, self.sound = LookCard(home), SoundCard(home)
        self.about = AboutCard(home)
        self.limits = {side: LimitCard(side) for side in Side}
        self.data, self.photo = DataCard(home), PhotoCard(home)
        self.prescription = PrescriptionCard(home)
        self.add(
            self.about,
            self.photo,
            *self.limits.values(),
            self.prescription,
            self.look,
            self.sound,
            self.data,
        )
        for card in self.limits.values():
            card.limit_requested.connect(self._set_limit)

    def refresh(self) -> None:
        """Show what is set now."""
        self.about.refresh()
        self.data.refresh()
        self.photo.refresh()
        self.prescription.refresh()
        sides = self._home.about.sore_sides or (Side.RIGHT,)
        for side, card in self.limits.items():
            card.setVisible(side in sides)
            history = self._home.library.limits(self._home.person, side)
            card.show_limits(history, self._home.now().date())

    def focus_look(self) -> None:
        """Let the keyboard go on where language and look are chosen."""
        QApplication.sendPostedEvents()  # the page has its size before it is scrolled
        chosen = self.look.letters.buttons[self.look.letters.only or 100]
        chosen.setFocus()
        self.ensureWidgetVisible(self.look)

    def may_leave(self) -> bool:
        """Long work keeps the page."""
        return not self.data.is_busy

    def _set_limit(self, side: Side, limit: Limit, reason: str) -> None:
        home = self._home
        before = limit_in_force(home.library, home.person, side)
        if limit == before or not patient_may_set(before, limit):
            return
        try:
            home.library.set_limit(
                home.person, side, LimitEntry(home.now(), PATIENT, reason, limit)
            )
        except RecordError as error:
            home.failed.emit(error)
            return
        home.changed.emit()


class LookCard(Card):
    """Language, colours, size of letters, motion."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("settings", "Language and look"))
        self._home = home
        look = look_now()
        self.language = Choices(LANGUAGES, name="Language / Kieli")
        code = QLocale().name()[:2]
        self.language.choose([code if code == "fi" else "en"])
        self.theme = Choices(
            [
                (SYSTEM, translate("settings", "As the computer")),
                ("light", translate("settings", "Light")),
                ("dark", translate("settings", "Dark")),
                ("contrast", translate("settings", "High contrast")),
            ],
            name=translate("settings", "Colours"),
        )
        self.theme.choose([look.theme])
        self.letters = Choices(
            [(percent, texts.percent(percent / 100)) for percent in TEXT_PERCENTS],
            name=translate("settings", "Size of letters"),
        )
        self.letters.choose([look.text_percent])
        self.motion = Choices(
            [
                (False, translate("settings", "As the computer")),
                (True, translate("settings", "As little as possible")),
            ],
            name=translate("settings", "Motion"),
        )
        self.motion.choose([look.is_motion_reduced])
        for title, choices in (
            ("Language / Kieli", self.language),
            (translate("settings", "Colours"), self.theme),
            (translate("settings", "Size of letters"), self.letters),
            (translate("settings", "Motion"), self.motion),
        ):
            self.add(text_label(title, is_bold=True), choices)
        self.language.changed.connect(
            lambda: home.language_requested.emit(self.language.only or "en")
        )
        for one in (self.theme, self.letters, self.motion):
            one.changed.connect(self._choose)

    def _choose(self) -> None:
        look = Look(self.theme.only or SYSTEM, self.letters.only or 100, bool(self.motion.only))
        if self._home.set_up(LOOK_SETTING, look):
            self._home.look_chosen.emit(look)


class SoundCard(Card):
    """How loud, and whether it can be heard at all."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("settings", "Sound"))
        self._home = home
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setPageStep(10)
        self.volume.setMinimumHeight(44)
        self.volume.setAccessibleName(translate("settings", "Volume"))
        volume = home.library.setting(VOLUME_SETTING, int)
        self.volume.setValue(100 if volume is None else volume)
        self.test = push_button(translate("settings", "Let me hear it"))
        late = translate(
            "settings",
            "Use a speaker or one open ear, never in traffic. Bluetooth headphones bring every cue "
            "up to a quarter of a second late.",
        )
        self.add(self.volume, self.test, text_label(late, is_muted=True))
        self.volume.sliderReleased.connect(self._keep)
        self.volume.valueChanged.connect(self._set)
        self.test.clicked.connect(self._let_hear)

    def _set(self, percent: int) -> None:
        self._home.sounds.set_volume(percent / 100)
        if not self.volume.isSliderDown():  # one that is dragged is kept once it is let go
            self._keep()

    def _keep(self) -> None:
        self._home.set_up(VOLUME_SETTING, self.volume.value())

    def _let_hear(self) -> None:
        self._keep()
        self._home.sounds.play(Sound.SHORTER)
        self._home.sounds.say(translate("settings", "This is how loud I speak."))


class AboutCard(Card):
    """What the person told of themselves, each with a way to change it."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("settings", "About you"))
        self._home = home
        self.told = text_label()
        self.country = QComboBox()
        self.country.setAccessibleName(translate("settings", "Country, for the numbers of help"))
        self.country.addItem(translate("settings", "Another country, or not told"), "")
        for code in _COUNTRIES:
            self.country.addItem(country_name(code), code)
        self.add(
            self.told,
            text_label(translate("settings", "Country, for the numbers of help"), is_bold=True),
            self.country,
        )
        for text, key in (
            (translate("settings", "Change operations and other things to know"), "conditions"),
            (translate("settings", "Change your usual symptoms"), "symptoms"),
            (translate("settings", "Change side, height or leg length"), "leg"),
        ):
            button = push_button(text)
            button.clicked.connect(lambda _, k=key: ask_about(k, home, self))
            self.add(button)
        self.country.activated.connect(self._keep_country)

    def refresh(self) -> None:
        """Show what was told."""
        home = self._home
        about = home.about
        profile = home.library.profile(home.person, home.side) or LegProfile()
        lines = [
            translate("settings", "Sore side: {0}").format(
                ", ".join(care_texts.side(side) for side in about.sore_sides)
            )
        ]
        if profile.leg_length_m is not None:
            lines.append(
                translate("settings", "Leg length: {0}").format(texts.metres(profile.leg_length_m))
            )
        if about.conditions:
            conditions = [from_words(care_words.CONDITION[c]) for c in sorted(about.conditions)]
            lines.append(
                translate("settings", "To keep in mind: {0}").format(", ".join(conditions))
            )
        if any(not history.is_entered for history in about.histories):
            lines.append(
                translate(
                    "settings",
                    "Cues, tests, bridges and lying on your front are closed until a "
                    "physiotherapist has entered your operation or fracture.",
                )
            )
        self.told.setText("\n".join(lines))
        self.country.setCurrentIndex(max(0, self.country.findData(about.country)))

    def _keep_country(self) -> None:
        about = msgspec.structs.replace(self._home.about, country=self.country.currentData())
        self._home.keep(about)


def country_name(code: str) -> str:
    """A country in the window's language; Qt knows them in English and in their own only."""
    return {
        "FI": translate("country", "Finland"),
        "SE": translate("country", "Sweden"),
        "NO": translate("country", "Norway"),
        "DK": translate("country", "Denmark"),
        "EE": translate("country", "Estonia"),
        "DE": translate("country", "Germany"),
        "GB": translate("country", "United Kingdom"),
        "IE": translate("country", "Ireland"),
        "US": translate("country", "United States"),
        "CA": translate("country", "Canada"),
        "AU": translate("country", "Australia"),
        "NZ": translate("country", "New Zealand"),
    }[code]
