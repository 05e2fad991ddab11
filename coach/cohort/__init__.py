"""Many walks at once: analysed by many workers, resumed, put together as tables and a page."""
