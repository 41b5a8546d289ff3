# language: sv
@samverkan
Egenskap: Standardiserat vårdförlopp vid cancermisstanke
  Tiden räknas från beslutet om välgrundad misstanke. Beskedet når mottagningen samma dag med det som måste stå, och den
  som skickade ser att någon har tagit emot.

  @klass-1 @KRAV-SVF-01 @KRAV-UND-01 @KRAV-UND-02
  Scenario: Beskedet tas emot och undersökningen beställs
    Givet en patient mellan 40 och 85 år
    När läkaren på vårdcentralen skickar besked om välgrundad misstanke som "beskedet":
      | vårdförlopp          | Lungcancer                                  |
      | fynd                 | Blodig hosta i tre veckor, rökare sedan 1985 |
      | välgrundad misstanke | Ja, i dag                                   |
    Så läser läkaren på mottagningen allt i "beskedet" inom 5 sekunder
    När läkaren på mottagningen kvitterar att "beskedet" har kommit
    Så ser läkaren på vårdcentralen att mottagaren har "beskedet" inom 5 sekunder
    När läkaren på mottagningen beställer undersökningen DT thorax för "SVF lungcancer, blodig hosta" som "lungröntgen"
    Så ser läkaren på röntgen undersökningen "lungröntgen" bland de beställda inom 5 sekunder
    När läkaren på röntgen lämnar det slutliga svaret "Ingen tumör. Inga förstorade lymfkörtlar." på undersökningen "lungröntgen" som "röntgensvaret"
    Så läser läkaren på vårdcentralen det slutliga svaret "röntgensvaret" med orden "Ingen tumör. Inga förstorade lymfkörtlar." inom 5 sekunder

  @klass-1 @KRAV-SVF-01 @KRAV-SVF-02
  Scenario: Ett besked utan fynd går inte iväg
    Givet en patient mellan 40 och 85 år
    När läkaren på vårdcentralen försöker skicka besked om välgrundad misstanke som "det halva beskedet":
      | vårdförlopp          | Tjock- och ändtarmscancer |
      | välgrundad misstanke | Ja, i dag                 |
    Så stoppas "det halva beskedet" för läkaren på vårdcentralen eftersom fynden saknas
    När läkaren på vårdcentralen skickar besked om välgrundad misstanke som "beskedet":
      | vårdförlopp          | Tjock- och ändtarmscancer                 |
      | fynd                 | Blod i avföringen, palpabel ändtarmstumör |
      | välgrundad misstanke | Ja, i dag                                 |
    Så läser läkaren på mottagningen allt i "beskedet" inom 5 sekunder
