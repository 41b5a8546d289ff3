# language: sv
@akutsjukvård
Egenskap: Barn på akuten
  Barn får sin dos efter vikten. Vikten står i kilo där läkaren ordinerar, rätt dos når sjuksköterskans lista, och den dos som är
  för hög för vikten stoppas.

  @klass-1 @KRAV-BAR-01
  Scenario: Vikten når läkaren och rätt dos går fram
    Givet en patient mellan 3 och 6 år
    När medicinska sekreteraren på akuten registrerar patienten för "Feber och öronvärk"
    Och sjuksköterskan på akuten väger patienten till 18,4 kg som "vikten"
    Så ser läkaren på akuten "vikten" i viktlistan inom 5 sekunder
    När läkaren på akuten ordinerar Paracetamol i dosen 250 mg som "febermedicinen"
    Så visar utdelningslistan 250 mg av "febermedicinen" för sjuksköterskan på akuten inom 5 sekunder

  @klass-1 @KRAV-BAR-01 @KRAV-BAR-02
  Scenario: En vuxendos stoppas
    Givet en patient mellan 3 och 6 år
    När medicinska sekreteraren på akuten registrerar patienten för "Feber"
    Och sjuksköterskan på akuten väger patienten till 16 kg som "vikten"
    Så ser läkaren på akuten "vikten" i viktlistan inom 5 sekunder
    När läkaren på akuten försöker ordinera Paracetamol i dosen 1000 mg som "vuxendosen"
    Så stoppas "vuxendosen" för läkaren på akuten eftersom dosen är för hög för vikten
