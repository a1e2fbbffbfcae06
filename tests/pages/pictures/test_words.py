"""What class names, file names and small print say of a picture."""

import pytest

from harvester.pages.pictures.words import (
    FOREIGN,
    LEGEND,
    MAKER,
    is_beside,
    is_dress,
    is_notice,
    is_ornament,
    is_placeholder_name,
    is_tracker,
    meaning,
    opens_photo_line,
    unlabelled,
)


@pytest.mark.parametrize(
    ("name", "bits"),
    [
        ("wp-caption-text", LEGEND),
        ("image-description__text", LEGEND),
        ("imagecaption_wrapper__x81", LEGEND),
        ("bildunterschrift", LEGEND),
        ("article__legend", LEGEND),
        ("photo-credit", MAKER),
        ("image__copyright", MAKER),
        ("byline author", FOREIGN),
        ("social-share", FOREIGN),
        ("article-body", 0),
        ("header loaded", 0),
        ("content-header__accreditation", 0),
        ("creditcard-form", 0),
        ("", 0),
    ],
)
def test_names_of_boxes_tell_captions_from_makers(name, bits):
    """Words and squeezed words of a class name are compared, so that "header" is no advertisement."""
    assert meaning(name) & (LEGEND | MAKER | FOREIGN) == bits


@pytest.mark.parametrize(
    "text",
    [
        "Enlarge",
        "Image caption",
        "1 / 12",
        "3 of 8",
        "Bild 2 von 9",
        "View 3 images",
        "•",
        "Vergrößern",
        "拡大",
    ],
)
def test_buttons_and_counters_are_no_caption(text):
    """What stands beside a caption to be pressed or counted is no part of it."""
    assert is_beside(text)


@pytest.mark.parametrize(
    "text", ["Two men at a table", "The image", "Enlarge your garden with these plants this year"]
)
def test_sentences_are_no_buttons(text):
    """A caption that opens like a button stays a caption."""
    assert not is_beside(text)


@pytest.mark.parametrize(
    ("caption", "bare"),
    [
        ("Image caption, Two men at a table", "Two men at a table"),
        ("Bildunterschrift: Der Hafen", "Der Hafen"),
        ("The harbour, seen from above", "The harbour, seen from above"),
        ("Caption", "Caption"),
    ],
)
def test_label_for_screen_readers_is_cut(caption, bare):
    """The label that is read aloud is no part of the caption."""
    assert unlabelled(caption) == bare


def test_file_names_tell_ornaments_and_blanks():
    """Logos, icons and blanks are told by whole words of their names."""
    assert is_ornament("site-logo.png")
    assert not is_ornament("logoped-at-work.jpg")
    assert is_placeholder_name("blank.gif")
    assert not is_placeholder_name("blank-cheque.jpg")
    assert is_tracker("https://stats.example/pixel.gif?u=1")
    assert not is_tracker("https://lantern.example/tug.jpg?from=analytics")


def test_parts_of_the_page_s_dress_are_told_by_their_path():
    """A folder of icons, or a file that is named like a button and nothing else."""
    assert is_dress("https://lantern.example/bootstrap/icons/loupe.png")
    assert is_dress("https://lantern.example/images/share.png")
    assert not is_dress("https://lantern.example/2026/share-of-the-catch.jpg")


def test_notice_of_rights_names_nobody():
    """A notice is no credit unless somebody is named."""
    assert is_notice("© RIPRODUZIONE RISERVATA")
    assert not is_notice("© Ada Quill. All rights reserved")


@pytest.mark.parametrize("label", ["photo", "Foto", "(Photo", "Im Bild", "写真"])
def test_labels_of_photo_lines_are_known(label):
    """A line of the text may open with one of these and a colon."""
    assert opens_photo_line(label)


def test_other_labels_open_no_photo_line():
    """A speaker or a source opens another kind of line."""
    assert not opens_photo_line("Source")
    assert not opens_photo_line("Ada Quill")
