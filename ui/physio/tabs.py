"""The pages of the physio's area, in their order; each is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.physio.desk import Desk

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the area: its key, what its button says, and how it is made.

    As a page of the home, it may have ``refresh()`` and ``may_leave() -> bool``; also
    ``keep_begun()``, called before the area locks, ``close_work()``, and ``is_busy``, while nothing
    may lock.
    """

    key: str
    title: Callable[[], str]
    make: Callable[[Desk], QWidget]


def _people(desk: Desk) -> QWidget:
    from ui.physio.people_page import PeoplePage

    return PeoplePage(desk)


def _intake(desk: Desk) -> QWidget:
    from ui.physio.intake_page import IntakePage

    return IntakePage(desk)


def _long_stride(desk: Desk) -> QWidget:
    from ui.physio.test_page import TestPage

    return TestPage(desk)


def _limit(desk: Desk) -> QWidget:
    from ui.physio.limit_page import LimitPage

    return LimitPage(desk)


def _prescription(desk: Desk) -> QWidget:
    from ui.physio.prescription_page import PrescriptionPage

    return PrescriptionPage(desk)


def _audit(desk: Desk) -> QWidget:
    from ui.physio.audit_page import AuditPage

    return AuditPage(desk)


def _review(desk: Desk) -> QWidget:
    from ui.physio.review_page import ReviewPage

    return ReviewPage(desk.home, desk.name)


def _report(desk: Desk) -> QWidget:
    from ui.physio.report_page import ReportPage

    return ReportPage(desk.home, desk.name)


def _account(desk: Desk) -> QWidget:
    from ui.physio.account_page import AccountPage

    return AccountPage(desk)


TABS: tuple[Tab, ...] = (
    Tab("people", lambda: translate("area", "People"), _people),
    Tab("review", lambda: translate("area", "Review"), _review),
    Tab("intake", lambda: translate("area", "Intake"), _intake),
    Tab("test", lambda: translate("area", "Long-stride test"), _long_stride),
    Tab("limit", lambda: translate("area", "Limit"), _limit),
    Tab("prescription", lambda: translate("area", "Prescription"), _prescription),
    Tab("report", lambda: translate("area", "Report"), _report),
    Tab("trail", lambda: translate("area", "Trail"), _audit),
    Tab("account", lambda: translate("area", "My PIN and words"), _account),
)
