from tests.ui.replay.desks import desk, own_folders, session, walk_path

__all__ = ["desk", "own_folders", "session", "walk_path"]
