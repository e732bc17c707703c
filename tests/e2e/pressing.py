"""What the tests of keys share."""

from playwright.sync_api import Page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
