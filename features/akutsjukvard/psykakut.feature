# language: sv
@akutsjukvård
Egenskap: Psykiatrisk akut med vårdintyg
  Den som vårdas mot sin vilja ska ha bedömts av två läkare. Vårdintyget når psykiatrin, en annan läkare beslutar om
  intagning, och utan vårdintyg eller med samma läkare går det inte.

  @klass-1 @KRAV-PSY-01 @KRAV-PSY-02
  Scenario: Vårdintyget når psykiatrin och en annan läkare beslutar
    Givet en patient mellan 18 och 80 år
    När medicinska sekreteraren på akuten registrerar patienten för "Förvirrad och hotfull, hämtad i hemmet"
    Och läkaren på akuten skickar vårdintyg som "vårdintyget":
      | undersökning          | Undersökt i dag på akuten, i samtal och kroppsligt |
      | psykisk störning      | Psykos med förföljelseföreställningar              |
      | vårdbehov             | Oundgängligt behov av vård dygnet runt             |
      | inställning till vård | Motsätter sig vård                                 |
    Så läser läkaren på psykiatrin allt i "vårdintyget" inom 5 sekunder
    När läkaren på psykiatrin kvitterar att "vårdintyget" har kommit
    Och läkaren på akuten försöker skicka beslut om intagning som "genvägen":
      | beslut | Intagning enligt LPT         |
      | skäl   | Psykos, motsätter sig vården |
    Så stoppas "genvägen" för läkaren på akuten eftersom vårdintyget är utfärdat av samma läkare
    När läkaren på psykiatrin skickar beslut om intagning som "beslutet":
      | beslut | Intagning enligt LPT         |
      | skäl   | Psykos, motsätter sig vården |
    Så läser sjuksköterskan på psykiatrin allt i "beslutet" inom 5 sekunder

  @klass-1 @KRAV-PSY-03
  Scenario: Utan vårdintyg tas ingen in
    Givet en patient mellan 18 och 80 år
    När medicinska sekreteraren på akuten registrerar patienten för "Suicidtankar"
    Och läkaren på psykiatrin försöker skicka beslut om intagning som "för tidigt":
      | beslut | Intagning enligt LPT    |
      | skäl   | Suicidrisk, vill inte ha vård |
    Så stoppas "för tidigt" för läkaren på psykiatrin eftersom vårdintyg saknas
