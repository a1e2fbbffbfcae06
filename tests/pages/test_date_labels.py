"""The labels of dates in many languages: when an article appeared, when it changed."""

from datetime import UTC, datetime

import pytest

from harvester.evidence import Evidence
from harvester.pages.dates import find_dates
from harvester.pages.document import Document

NOW = datetime(2025, 6, 7, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Published: 5 June 2025, 10:30 | Updated: 6 June 2025, 11:00", "en"),
        ("Last updated on June 6, 2025 · First published June 5, 2025", "en"),
        ("Originally published June 5, 2025. Last modified June 6, 2025.", "en"),
        ("Posted 5 Jun 2025, last edited 6 Jun 2025", "en"),
        ("Thu 5 Jun 2025 10.30 BST Last modified on Fri 6 Jun 2025 11.00 BST", "en"),
        ("Veröffentlicht: 05.06.2025 – 10:30 | Aktualisiert: 06.06.2025 – 11:00", "de"),
        ("5. Juni 2025, aktualisiert am 6. Juni 2025", "de"),
        ("Mis à jour le 06/06/2025 à 11h00, publié le 05/06/2025 à 10h30", "fr"),
        ("Publié le 05 juin 2025 à 10h30 - Modifié le 06 juin 2025 à 11h00", "fr"),
        ("Aggiornato il 6 giugno 2025 - Pubblicato il 5 giugno 2025", "it"),
        ("5 giugno 2025 (modifica il 6 giugno 2025 | 11:00)", "it"),
        ("Publicado 05/06/2025 Actualizado 06/06/2025", "es"),
        ("Creado: 5 de junio de 2025 | Última modificación: 6 de junio de 2025", "es"),
        ("Publicado em 05/06/2025 10h30 Atualizado em 06/06/2025 11h00", "pt"),
        ("Opublikowano: 5 czerwca 2025, Aktualizacja: 6 czerwca 2025", "pl"),
        ("Dodano: 5.06.2025 Zaktualizowano: 6.06.2025", "pl"),
        ("Publikováno 5. 6. 2025 Aktualizováno 6. 6. 2025", "cs"),
        ("Julkaistu 5.6.2025 klo 10.30. Päivitetty 6.6.2025 klo 11.00.", "fi"),
        ("Publisert 05.06.25 Oppdatert 06.06.25", "no"),
        ("Publicerad 5 juni 2025 Uppdaterad 6 juni 2025", "sv"),
        ("Publiceret 5. juni 2025 Opdateret 6. juni 2025", "da"),
        ("Birt 5. júní 2025 Uppfært 6. júní 2025", "is"),
        ("Gepubliceerd op 5 juni 2025, laatste update 6 juni 2025", "nl"),
        ("Megjelent: 2025. június 5. Frissítve: 2025. június 6.", "hu"),
        ("Publicat: 05.06.2025 Actualizat: 06.06.2025", "ro"),
        ("Objavljeno: 05.06.2025. Zadnja izmjena: 06.06.2025.", "hr"),
        ("Објављено 05.06.2025. Ажурирано 06.06.2025.", "sr"),
        ("Публикувана 05.06.2025 Обновена 06.06.2025", "bg"),
        ("Опубликовано 5 июня 2025, обновлено 6 июня 2025", "ru"),
        ("Опубліковано 5 червня 2025, оновлено 6 червня 2025", "uk"),
        ("Δημοσιεύτηκε 05/06/2025 Ενημερώθηκε 06/06/2025", "el"),
        ("Δημοσίευση: 5 Ιουνίου 2025 Τελευταία ενημέρωση: 6 Ιουνίου 2025", "el"),
        ("Yayınlanma: 05.06.2025 Güncelleme: 06.06.2025", "tr"),
        ("Giriş: 05.06.2025 Son güncelleme: 06.06.2025", "tr"),
        ("Ilmunud 5. juuni 2025 Uuendatud 6. juuni 2025", "et"),
        ("Publicēts 2025. gada 5. jūnijā Atjaunots 2025. gada 6. jūnijā", "lv"),
        ("Paskelbta 2025-06-05 Atnaujinta 2025-06-06", "lt"),
        ("更新时间：2025-06-06 11:00 发布时间：2025-06-05 10:30", "zh"),
        ("發布時間：2025/06/05 10:30 最後更新：2025/06/06 11:00", "zh"),
        ("公開：2025年6月5日 更新：2025年6月6日", "ja"),
        ("2025年6月5日 10時30分 (2025年6月6日 11時00分 更新)", "ja"),
        ("입력 2025-06-05 10:30 | 업데이트 2025-06-06 11:00", "ko"),
        ("등록 2025.06.05. 수정 2025.06.06.", "ko"),
        ("Dipublikasikan 5 Juni 2025, Diperbarui 6 Juni 2025", "id"),
        ("Diterbitkan 5 Juni 2025 Dikemas kini 6 Juni 2025", "ms"),
        ("نُشر في 5 يونيو 2025، آخر تحديث 6 يونيو 2025", "ar"),
        ("تاريخ النشر: 05.06.2025 تاريخ التحديث: 06.06.2025", "ar"),
        ("تاریخ انتشار: ۱۵ خرداد ۱۴۰۴ آخرین به‌روزرسانی: ۱۶ خرداد ۱۴۰۴", "fa"),
        ("פורסם 05.06.25 עודכן 06.06.25", "he"),
        ("Đăng ngày 5/6/2025, cập nhật 6/6/2025", "vi"),
        ("เผยแพร่ 5 มิ.ย. 2568 อัปเดต 6 มิ.ย. 2568", "th"),
        ("प्रकाशित: 5 जून 2025, अपडेट: 6 जून 2025", "hi"),
        ("প্রকাশ: ০৫ জুন ২০২৫ আপডেট: ০৬ জুন ২০২৫", "bn"),
        ("Publicat: 5 de juny de 2025 Actualitzat: 6 de juny de 2025", "ca"),
        ("Iliyochapishwa 5 Juni 2025, Imesasishwa 6 Juni 2025", "sw"),
    ],
)
def test_published_and_modified_are_told_by_their_labels(line: str, lang: str):
    """Whatever stands first, before or behind its label: each date is what its label says."""
    page = Document(
        f'<html lang="{lang}"><h1>Ferry returns after the storm</h1><div>{line}</div></html>',
        "https://harbour.example/town/ferry-returns",
        Evidence(retrieved=NOW),
    )
    found = find_dates(page, 0, None)
    assert (found.published and found.published.day, found.modified and found.modified.day) == (5, 6)
