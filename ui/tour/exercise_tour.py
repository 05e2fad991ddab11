"""The exercises of the tour: the day's, one as it goes by, the ratings, the library, self-care."""

from coach.care.resting import BreakCue
from coach.care.self_care import Help
from ui.exercises.page import ExercisesPage
from ui.home.window import HomeWindow
from ui.tour.tour import Tour


def exercises(tour: Tour, window: HomeWindow) -> None:
    """Go through the page of exercises as somebody would on a day."""
    window.show_page("exercises")
    page = window.page
    if not isinstance(page, ExercisesPage):
        return
    _read(tour, window, page)
    _help(tour, window, page)
    _do(tour, window, page)
    window.home.still_break.due.emit(BreakCue.AFTER_SITTING)
    tour.picture(window, "53_break_from_staying_still")
    window.break_notice.move_button.click()


def _read(tour: Tour, window: HomeWindow, page: ExercisesPage) -> None:
    page.overview.browse.click()
    tour.picture(window, "40_all_exercises")
    page.browse.rows["A4"].button.click()
    tour.picture(window, "41_one_exercise")
    page.read.return_button.click()
    page.browse.return_button.click()


def _help(tour: Tour, window: HomeWindow, page: ExercisesPage) -> None:
    rows = page.overview.care.rows
    rows[Help.COLD].button.click()
    tour.picture(window, "42_cold")
    page.log.return_button.click()
    page.overview.care.log.click()
    tour.picture(window, "43_treatments")
    page.log.return_button.click()
    if rows[Help.BALL].button.isEnabled():
        rows[Help.BALL].button.click()
        page.ball.pain.buttons[5].click()
        page.ball.advance(34.0)
        tour.picture(window, "44_ball")
        page.ball.return_button.click()


def _do(tour: Tour, window: HomeWindow, page: ExercisesPage) -> None:
    today, player = page.overview.today, page.player
    (today.start if today.start.isVisible() else today.more).click()
    page.before.pain.buttons[1].click()
    tour.picture(window, "45_before_exercises")
    page.before.begin.click()
    player.going.pause.click()
    player.going.pause.click()
    player.advance(8.0)
    tour.picture(window, "46_exercise")
    player.going.skip.click()
    tour.picture(window, "47_leave_out")
    player.skipping.return_button.click()
    player.going.harder.click()
    tour.picture(window, "48_harder")
    player.asking.second.click()
    player.going.hurts.click()
    player.rating.pain.buttons[3].click()
    player.rating.anything.buttons[True].click()
    tour.picture(window, "49_after_exercise")
    player.rating.anything.buttons[False].click()
    player.rating.done.click()
    tour.picture(window, "50_a_little_too_much")
    player.asking.second.click()
    tour.picture(window, "51_the_easier_way")
    player.going.hurts.click()
    player.rating.pain.buttons[6].click()
    player.rating.done.click()
    tour.picture(window, "52_stop_for_today")
    player.end_page.done.click()
