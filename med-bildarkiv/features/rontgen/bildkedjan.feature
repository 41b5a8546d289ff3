# language: sv
@röntgen
Egenskap: Bildkedjan från beställning till svar
  Beställningen når röntgenapparaten, bilderna hänger vid rätt patient och beställning, och svaret leder till dem. Bilder på fel
  patient, bilder utan beställning och beställningar utan bilder har var sin ägare.

  @klass-1 @KRAV-BLD-01 @KRAV-BLD-03
  Scenario: Buksmärta, bilder och svar som beställaren vidimerar
    Givet en patient mellan 30 och 85 år
    När medicinska sekreteraren på akuten registrerar patienten för "Buksmärta"
    Och läkaren på akuten beställer undersökningen DT thorax för "Fri gas? Buksmärta sedan i går." som "röntgenbeställningen"
    Så ser sjuksköterskan på röntgen "röntgenbeställningen" i röntgenapparatens arbetslista inom 5 sekunder
    När sjuksköterskan på röntgen väljer "röntgenbeställningen" i röntgenapparatens arbetslista och tar bilderna "bilderna"
    Så ser läkaren på akuten bilderna "bilderna" hos patienten inom 15 sekunder
    När läkaren på röntgen besvarar bilderna till "röntgenbeställningen" med orden "Ingen fri gas. Inga tecken till perforation." som "svaret"
    Så läser läkaren på akuten röntgensvaret "svaret" om bilderna "bilderna" med orden "Ingen fri gas. Inga tecken till perforation." inom 5 sekunder
    När läkaren på akuten vidimerar röntgensvaret "svaret" som "vidimeringen"
    Så ser läkaren på röntgen vidimeringen "vidimeringen" i journalen inom 5 sekunder

  @klass-1 @KRAV-BLD-01 @KRAV-BLD-02
  Scenario: Bilder på fel patient fångas innan någon läser dem
    Givet en patient mellan 50 och 85 år
    När medicinska sekreteraren på akuten registrerar patienten för "Strokelarm"
    Och läkaren på akuten beställer undersökningen DT hjärna för "Blödning?" som "hjärnröntgen"
    Och sjuksköterskan på röntgen tar bilderna "fel bilder" till "hjärnröntgen" med en annan patient vald i röntgenapparaten
    Så ser läkaren på röntgen bilderna "fel bilder" bland de oparade inom 15 sekunder
    Och ser läkaren på akuten inga bilder till "hjärnröntgen"
    När läkaren på röntgen tar hand om de oparade bilderna "fel bilder" med orden "Fel patient vald i apparaten. Tas om."
    Och sjuksköterskan på röntgen väljer "hjärnröntgen" i röntgenapparatens arbetslista och tar bilderna "rätt bilder"
    Så ser läkaren på akuten bilderna "rätt bilder" hos patienten inom 15 sekunder

  @klass-1 @KRAV-BLD-02
  Scenario: Bilder utan beställning och beställning utan bilder har var sin ägare
    Givet en patient mellan 20 och 85 år
    När medicinska sekreteraren på akuten registrerar patienten för "Trafikolycka"
    Och läkaren på akuten beställer undersökningen DT hjärna för "Blödning?" som "beställningen"
    Och sjuksköterskan på röntgen tar bilderna "akuta bilder" utan beställning
    Så ser läkaren på röntgen bilderna "akuta bilder" bland de oparade inom 15 sekunder
    Och ser läkaren på röntgen "beställningen" bland beställningar utan bilder inom 5 sekunder
    När läkaren på röntgen tar hand om de oparade bilderna "akuta bilder" med orden "Traumalarm när arbetslistan låg nere. Beställs i efterhand."
    Så ser läkaren på akuten inga bilder till "beställningen"
