# language: sv
@primärvård
Egenskap: Sjukskrivning
  Läkarintyget ska nå Försäkringskassan helt och en gång, och den som skrev det ska se att det har kommit. Ett intyg som
  saknar något går inte iväg: då får patienten vänta på sin ersättning.

  @klass-2 @KRAV-INT-01 @KRAV-INT-02
  Scenario: Läkarintyget når Försäkringskassan
    Givet en patient mellan 25 och 62 år
    När sjuksköterskan på vårdcentralen bokar telefontid hos läkaren för "Ryggvärk" som "telefontiden"
    Så ser läkaren på vårdcentralen "telefontiden" i sin tidbok inom 5 sekunder
    När läkaren på vårdcentralen antecknar "Lumbago utan neurologi. Kan inte lyfta eller köra truck." som "bedömningen"
    Och läkaren på vårdcentralen skickar läkarintyg för sjukpenning som "intyget":
      | diagnos              | M54.5 Lumbago                                  |
      | funktionsnedsättning | Kan inte lyfta mer än 5 kg eller sitta i truck |
      | nedsättning          | 50 %                                           |
      | från                 | 2026-12-01                                     |
      | till                 | 2026-12-14                                     |
    Så läser handläggaren på Försäkringskassan allt i "intyget" inom 5 sekunder
    När handläggaren på Försäkringskassan kvitterar att "intyget" har kommit
    Så ser läkaren på vårdcentralen att mottagaren har "intyget" inom 5 sekunder

  @klass-2 @KRAV-INT-01 @KRAV-INT-03
  Scenario: Ett intyg utan diagnos går inte iväg
    Givet en patient mellan 25 och 62 år
    När läkaren på vårdcentralen försöker skicka läkarintyg för sjukpenning som "det halva intyget":
      | funktionsnedsättning | Orkar inte koncentrera sig mer än korta stunder |
      | nedsättning          | 100 %                                           |
      | från                 | 2026-12-01                                      |
      | till                 | 2026-12-31                                      |
    Så stoppas "det halva intyget" för läkaren på vårdcentralen eftersom diagnosen saknas
    När läkaren på vårdcentralen skickar läkarintyg för sjukpenning som "intyget":
      | diagnos              | F43.8A Utmattningssyndrom                       |
      | funktionsnedsättning | Orkar inte koncentrera sig mer än korta stunder |
      | nedsättning          | 100 %                                           |
      | från                 | 2026-12-01                                      |
      | till                 | 2026-12-31                                      |
    Så läser handläggaren på Försäkringskassan allt i "intyget" inom 5 sekunder
