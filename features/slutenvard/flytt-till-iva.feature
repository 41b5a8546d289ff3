# language: sv
@slutenvård
Egenskap: Flytt mellan avdelning och IVA
  Den som blir sämre flyttas till IVA med det som är ordinerat i behåll, och tillbaka igen. Ingen flyttas förrän IVA har
  tagit emot rapporten.

  @klass-1 @KRAV-FLY-01 @KRAV-FLY-02
  Scenario: Ordinationerna följer med till IVA och tillbaka
    Givet en patient mellan 40 och 85 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen ordinerar Furosemid som "vätskedrivande"
    Och läkaren på avdelningen skickar överrapportering som "rapporten":
      | situation      | Septisk chock, behöver kärlaktivt läkemedel |
      | bakgrund       | Pneumoni, hjärtsvikt                        |
      | aktuellt       | Vaken, blodtryck 84/45 efter två liter      |
      | rekommendation | Artärnål, noradrenalin                      |
    Så läser läkaren på IVA allt i "rapporten" inom 5 sekunder
    När läkaren på IVA kvitterar att "rapporten" har kommit
    Och läkaren på avdelningen flyttar patienten till IVA
    Så ser sjuksköterskan på IVA den flyttade patienten i enhetens lista inom 5 sekunder
    Och visar utdelningslistan 40 mg av "vätskedrivande" för sjuksköterskan på IVA inom 5 sekunder
    När läkaren på IVA flyttar patienten till avdelningen
    Så ser sjuksköterskan på avdelningen den flyttade patienten i enhetens lista inom 5 sekunder
    Och visar utdelningslistan 40 mg av "vätskedrivande" för sjuksköterskan på avdelningen inom 5 sekunder

  @klass-1 @KRAV-FLY-02 @KRAV-FLY-03
  Scenario: Ingen flyttas förrän IVA har tagit emot rapporten
    Givet en patient mellan 40 och 85 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen skickar överrapportering som "rapporten":
      | situation      | Sänkt medvetande               |
      | bakgrund       | Typ 2-diabetes                 |
      | aktuellt       | GCS 10, blodsocker åtgärdat    |
      | rekommendation | Luftvägsbedömning, DT hjärna   |
    Och läkaren på avdelningen försöker flytta patienten till IVA som "för tidigt"
    Så stoppas "för tidigt" för läkaren på avdelningen eftersom IVA inte har tagit emot rapporten
    När läkaren på IVA kvitterar att "rapporten" har kommit
    Och läkaren på avdelningen flyttar patienten till IVA
    Så ser sjuksköterskan på IVA den flyttade patienten i enhetens lista inom 5 sekunder
