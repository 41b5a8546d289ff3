# language: sv
@akutsjukvård
Egenskap: Strokelarm
  Varje minut räknas, men blödning ska vara utesluten. Ambulansens förvarning når akuten före patienten, röntgen svarar, och
  trombolys går inte att ordinera förrän hjärnan är undersökt.

  @klass-1 @KRAV-STR-01 @KRAV-UND-01 @KRAV-UND-02
  Scenario: Förvarning, DT hjärna och trombolys i tid
    Givet en patient mellan 50 och 85 år
    När sjuksköterskan i ambulansen skickar förvarning som "förvarningen":
      | larm       | Rädda hjärnan                           |
      | symtom     | Höger arm och ben förlamade, talar inte |
      | insjuknade | 09.10                                   |
      | ankomst    | 09.45                                   |
    Så läser sjuksköterskan på akuten allt i "förvarningen" inom 5 sekunder
    När sjuksköterskan på akuten kvitterar att "förvarningen" har kommit
    Så ser sjuksköterskan i ambulansen att mottagaren har "förvarningen" inom 5 sekunder
    När medicinska sekreteraren på akuten registrerar patienten för "Strokelarm"
    Och sjuksköterskan på akuten prioriterar patienten som röd
    Och läkaren på akuten beställer undersökningen DT hjärna för "Blödning? Strokelarm, insjuknade 09.10." som "hjärnröntgen"
    Så ser läkaren på röntgen undersökningen "hjärnröntgen" bland de beställda inom 5 sekunder
    När läkaren på röntgen lämnar det preliminära svaret "Ingen blödning. Ingen färsk infarkt synlig." på undersökningen "hjärnröntgen" som "röntgensvaret"
    Så läser läkaren på akuten det preliminära svaret "röntgensvaret" med orden "Ingen blödning. Ingen färsk infarkt synlig." inom 5 sekunder
    När läkaren på akuten ordinerar Alteplas som "trombolysen"
    Och sjuksköterskan på akuten ger "trombolysen" som "dosen"

  @klass-1 @KRAV-STR-02
  Scenario: Trombolys stoppas när hjärnan inte är undersökt
    Givet en patient mellan 50 och 85 år
    När medicinska sekreteraren på akuten registrerar patienten för "Strokelarm"
    Och läkaren på akuten försöker ordinera Alteplas som "för tidigt"
    Så stoppas "för tidigt" för läkaren på akuten eftersom hjärnan inte är undersökt
