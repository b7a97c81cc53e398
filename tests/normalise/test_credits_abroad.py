"""Credit lines as papers of many countries print them: persons apart from houses."""

from __future__ import annotations

import pytest

from crawler.evidence import Context, RawImage, segments
from crawler.normalise.images import read_image

LINES = [
    # language, the paper, line, persons, houses
    ("en", "The Day", "Kirby Lee-Imagn Images", ("Kirby Lee",), ("Imagn Images",)),
    ("en", "The Day", "From KABC", (), ("KABC",)),
    ("en", "The Day", "Courtesy Smith Family", (), ("Smith Family",)),
    ("en", "The Day", "Orange County Sheriff's Office", (), ("Orange County Sheriff's Office",)),
    ("en", "The Day", "(U.S. Customs and Border Protection)", (), ("U.S. Customs and Border Protection",)),
    ("en", "Toronto Star", "R.J. Johnston Toronto Star", ("R.J. Johnston",), ("Toronto Star",)),
    ("en", "The Day", "[Handout/Iranian Presidency via AFP]", (), ("Iranian Presidency", "AFP")),
    ("en", "The Day", "(Sanchit Khanna/HT PHOTO)", ("Sanchit Khanna",), ("HT",)),
    ("en", "The Day", "Photograph: undefined/AFP", (), ("AFP",)),
    ("en", "The Day", "Ann Doe for The Evening Post", ("Ann Doe",), ("Evening Post",)),
    ("de", "Das Blatt", "© [M] Das Blatt; Foto: Jane Doe/dpa", ("Jane Doe",), ("Das Blatt", "dpa")),
    ("de", "Das Blatt", "Quelle: pa/dpa/Kay Nietfeld", ("Kay Nietfeld",), ("pa", "dpa")),
    ("de", "Das Blatt", "© Kitty Kleist-Heinrich TSP", ("Kitty Kleist-Heinrich",), ("TSP",)),
    ("de", "Das Blatt", "| Bild: Hanser, Oliver", ("Oliver Hanser",), ()),
    ("de", "Das Blatt", "Bild: pressefoto_korb/picture alliance", ("pressefoto_korb",), ("picture alliance",)),
    ("de", "Das Blatt", "Foto: Steinberg", ("Steinberg",), ()),
    ("de", "Das Blatt", "Foto: Nürnberg", (), ("Nürnberg",)),
    ("de", "Das Blatt", "© Erzbistum Köln/Hirschbeck", ("Hirschbeck",), ("Erzbistum Köln",)),
    ("fr", "Bondy Blog", "Crédit photo : KB / Bondy Blog", ("KB",), ("Bondy Blog",)),
    ("fr", "Libération", "(Cyril Zannettacci/Vu pour Libération)", ("Cyril Zannettacci",), ("Vu", "Libération")),
    ("fr", "Ouest-France", "| ARCHIVES OUEST-FRANCE", (), ("OUEST-FRANCE",)),
    ("fr", "Le Jour", "Photo DDM, Xavier de Fenoyl", ("Xavier de Fenoyl",), ("DDM",)),
    ("fr", "Le Jour", "Photo Agence QMI, Joël Lemay", ("Joël Lemay",), ("Agence QMI",)),
    ("fr", "La Voix du Nord", "PHOTO PASCAL BONNIERE LA VOIX DU NORD", ("Pascal Bonniere",), ("LA VOIX DU NORD",)),
    ("fr", "Mediapart", "© Photo illustration Simon Toupet / Mediapart avec AFP", ("Simon Toupet",), ("Mediapart", "AFP")),
    ("fr", "Le Devoir", "Photo: Adil Boukind Le Devoir", ("Adil Boukind",), ("Le Devoir",)),
    ("es", "La Razón", "Alberto R. Roldán La Razón", ("Alberto R. Roldán",), ("La Razón",)),
    ("es", "La Hora", "Foto: composición LH", (), ("LH",)),
    ("nl", "De Dag", "© rv", (), ()),
    ("da", "Dagen", "Fold sammen Foto: Liselotte Sabroe", ("Liselotte Sabroe",), ()),
    ("lt", "Diena", "„Scanpix“/AP nuotr.", (), ("Scanpix", "AP")),
    ("pl", "Dzień", "Źródło zdjęć: © PAP | Radek Pietruszka", ("Radek Pietruszka",), ("PAP",)),
    ("pl", "Dzień", "Źródło zdjęcia głównego: Shutterstock", (), ("Shutterstock",)),
    ("hu", "Lap", "Fotó: Veszprém Polgármesteri Hivatala", (), ("Veszprém Polgármesteri Hivatala",)),
    ("et", "Päev", "FOTO: Tartu Linnavalitsus", (), ("Tartu Linnavalitsus",)),
    ("et", "Päev", "Foto: Rene Suurkaev/Delfi Meedia", ("Rene Suurkaev",), ("Delfi Meedia",)),
    ("lt", "Diena", "Asmeninio archyvo nuotr.", (), ()),
    ("is", "Blaðið", "Ljósmynd/Almannavarnir", (), ("Almannavarnir",)),
    ("bs", "Dan", "Foto: V. D./Klix.ba", ("V. D.",), ("Klix.ba",)),
    ("hr", "Dan", "Foto: Vlada RH", (), ("Vlada RH",)),
    ("sl", "Dan", "Foto: MMC RTV SLO/Adrijan Pregelj", ("Adrijan Pregelj",), ("MMC RTV SLO",)),
    ("hr", "Dan", "Snimio: Davor Javorović", ("Davor Javorović",), ()),
    ("ga", "An Lá", "Grianghraf: Julien Behal", ("Julien Behal",), ()),
    ("ro", "Ziua", "Sursa: Facebook / Primăria Cluj-Napoca", (), ("Facebook", "Primăria Cluj-Napoca")),
    ("ru", "День", "Фото: из личного архива", (), ()),
    ("es", "La Hora", "Gentileza", (), ()),
    ("es", "La Hora", "Gentileza Bolsa de Comercio de Rosario", (), ("Bolsa de Comercio de Rosario",)),
    ("ca", "El Dia", "Infraestructures.cat / ACN", (), ("Infraestructures.cat", "ACN")),
    ("fr", "Le Jour", "Préfecture du Nord", (), ("Préfecture du Nord",)),
    ("hu", "Lap", "Fotó: Magyar Rendőrség", (), ("Magyar Rendőrség",)),
    ("hu", "444", "Fotó: Kiss Bence/444", ("Kiss Bence",), ("444",)),
    ("ro", "Ziua", "Foto: Guliver/Getty Images", (), ("Guliver", "Getty Images")),
    ("bg", "Ден", "Автор: Надежда Чипева", ("Надежда Чипева",), ()),
    ("hr", "Dan", "Foto: Davor Puklavec/PIXSELL/Ilustracija", ("Davor Puklavec",), ("PIXSELL",)),
    ("uk", "Суспільне", "Суспільне Харків", (), ("Суспільне Харків",)),
    ("el", "Ημέρα", "ΦΩΤΟΓΡΑΦΙΑ: INTIME NEWS", (), ("INTIME NEWS",)),
    ("ar", "اليوم", "صدر الصورة، Getty Images", (), ("Getty Images",)),
    ("fa", "روز", "منبع تصویر، Getty Images", (), ("Getty Images",)),
    ("hi", "दिन", "इमेज स्रोत, ANI", (), ("ANI",)),
    ("bn", "দিন", "ছবি: প্রথম আলো", (), ("প্রথম আলো",)),
    ("id", "Harian", "(Arsip Kemensos)", (), ("Kemensos",)),
    ("id", "Harian", "Repro YouTube Chintya Candranaya", (), ("YouTube", "Chintya Candranaya")),
    ("th", "วัน", "ที่มาของภาพ, Getty Images", (), ("Getty Images",)),
    ("en", "The Day", "Picture: Ann Doe / African News Agency (ANA)", ("Ann Doe",), ("African News Agency",)),
    ("en", "The Day", "Credit: Obtained by ProPublica", (), ("ProPublica",)),
    ("en", "ABC News", "(ABC North and West SA: Ann Doe)", ("Ann Doe",), ("ABC North and West SA",)),
    ("en", "The Day", "PHOTO: LIANHE ZAOBAO", (), ("LIANHE ZAOBAO",)),
    ("uz", "Kun.uz", "Foto: Qoraqalpog‘iston axborot agentligi", (), ("Qoraqalpog‘iston axborot agentligi",)),
    ("ru", "День", "Фото: пресс-служба администрации города", (), ("пресс-служба администрации города",)),
    ("th", "วัน", "(ภาพจากเพจสงขลาบ้านเรา)", (), ("เพจสงขลาบ้านเรา",)),
    ("ur", "دن", "فوٹو: ایکسپریس", (), ("ایکسپریس",)),
    ("ml", "ദിനം", "ഫോട്ടോ: വി.കെ. അജി / മാതൃഭൂമി", ("വി.കെ. അജി",), ("മാതൃഭൂമി",)),
    ("ml", "ദിനം", "Photo: Special Arrangement", (), ()),
    ("ta", "நாள்", "படம்: ஆர்.ரகு", ("ஆர்.ரகு",), ()),
    ("si", "දිනය", "(ඡායාරූපය - අතුල බණ්ඩාර)", ("අතුල බණ්ඩාර",), ()),
    ("bn", "দিন", "ছবি: এএফপি।", (), ("এএফপি",)),
    ("ar", "اليوم", "(إكس)", (), ("إكس",)),
    ("ko", "일보", "사진=최혁 한경닷컴 기자", ("최혁",), ("한경닷컴",)),
    ("kn", "ದಿನ", "–ಪ್ರಜಾವಾಣಿ ಚಿತ್ರ/ಅನೂಪ್ ರಾಘ", ("ಅನೂಪ್ ರಾಘ",), ("ಪ್ರಜಾವಾಣಿ",)),
    ("fa", "روز", "عکس‌ها: حامد نیک‌پور | همشهری", ("حامد نیک‌پور",), ("همشهری",)),
    ("ar", "اليوم", "تصوير: أحمد علي، محمد طه", ("أحمد علي", "محمد طه"), ()),
    ("ko", "일보", "[사진 업체 홈페이지 캡처]", (), ("업체 홈페이지",)),
    ("vi", "Ngày", "(Ảnh: Mạnh Quân)", ("Mạnh Quân",), ()),
    ("vi", "Ngày", "Ảnh: NAM TRẦN", ("Nam Trần",), ()),
    ("ja", "日報", "（画像：任天堂）", (), ("任天堂",)),
    ("ja", "日報", "画像提供, Getty Images", (), ("Getty Images",)),
    ("ko", "일보", "사진 CJ ENM", (), ("CJ ENM",)),
    ("ko", "일보", "/사진=김휘선 기자 hwijpg@", ("김휘선",), ()),
    ("zh", "日报", "人民网记者 翁奇羽 摄", ("翁奇羽",), ("人民网",)),
    ("zh", "日报", "本报记者 高 炳摄", ("高炳",), ()),
    ("zh", "日报", "华 英摄（影像中国）", ("华英",), ("影像中国",)),
    ("zh", "日报", "视觉中国 图", (), ("视觉中国",)),
    ("zh", "日报", "图自新华社", (), ("新华社",)),
    ("zh", "日報", "（圖／翻攝自Instagram）", (), ("Instagram",)),
    ("zh", "日報", "（中央社檔案照片）", (), ("中央社",)),
    ("zh", "日报", "图像来源，Getty Images", (), ("Getty Images",)),
]


@pytest.mark.parametrize(("language", "paper", "line", "persons", "houses"), LINES)
def test_persons_and_houses_of_a_line(
    language: str, paper: str, line: str, persons: tuple[str, ...], houses: tuple[str, ...]
) -> None:
    image = read_image(RawImage("p.jpg", "lead", 0, (), segments(line)), Context(language=language, publishers=(paper,)))
    source = (image.source.name,) if image.source else ()
    assert tuple(maker.name for maker in image.creator) == persons
    assert {*source, *image.provider} == set(houses)
    assert image.caption is None
