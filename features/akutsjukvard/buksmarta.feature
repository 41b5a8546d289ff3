# language: sv
@akutsjukvård
Egenskap: Buksmärta med skiktröntgen
  Svaret från röntgen ska läsas ord för ord, också ordet som säger att något inte finns. Kontrastmedel ges inte förrän
  njurvärdet är känt.

  @klass-1 @KRAV-UND-01 @KRAV-UND-02 @KRAV-UND-04
  Scenario: Njurvärdet först, sedan kontrast och svar ord för ord
    Givet en patient mellan 30 och 85 år
    När medicinska sekreteraren på akuten registrerar patienten för "Buksmärta"
    Och läkaren på akuten försöker beställa undersökningen DT buk med kontrast för "Appendicit?" som "för tidigt"
    Så stoppas "för tidigt" för läkaren på akuten eftersom njurvärdet saknas
    När läkaren på akuten ordinerar och signerar Kreatinin som "kreatininprovet"
    Och sjuksköterskan på akuten tar "kreatininprovet"
    Och biomedicinska analytikern på laboratoriet svarar 84 umol/L på "kreatininprovet" som "kreatininsvaret"
    Så ser läkaren på akuten svar på "kreatininprovet" inom 5 sekunder
    När läkaren på akuten beställer undersökningen DT buk med kontrast för "Appendicit? Kreatinin 84." som "bukröntgen"
    Så ser läkaren på röntgen undersökningen "bukröntgen" bland de beställda inom 5 sekunder
    När läkaren på röntgen lämnar det slutliga svaret "Ingen appendicit. Inga tecken till perforation. Inga förstorade lymfkörtlar." på undersökningen "bukröntgen" som "buksvaret"
    Så läser läkaren på akuten det slutliga svaret "buksvaret" med orden "Ingen appendicit. Inga tecken till perforation. Inga förstorade lymfkörtlar." inom 5 sekunder

  @klass-1 @KRAV-UND-01 @KRAV-UND-02
  Scenario: Det preliminära svaret ändras till något allvarligt
    Givet en patient mellan 30 och 85 år
    När medicinska sekreteraren på akuten registrerar patienten för "Buk- och bröstsmärta"
    Och läkaren på akuten beställer undersökningen DT thorax för "Dissektion?" som "bröströntgen"
    Så ser läkaren på röntgen undersökningen "bröströntgen" bland de beställda inom 5 sekunder
    När läkaren på röntgen lämnar det preliminära svaret "Ingen säker dissektion. Granskas vidare." på undersökningen "bröströntgen" som "svaret"
    Så läser läkaren på akuten det preliminära svaret "svaret" med orden "Ingen säker dissektion. Granskas vidare." inom 5 sekunder
    När läkaren på röntgen gör svaret "svaret" slutligt med orden "Dissektion typ A. Ingen perikardvätska. Ringd akut."
    Så läser läkaren på akuten det slutliga svaret "svaret" med orden "Dissektion typ A. Ingen perikardvätska. Ringd akut." inom 5 sekunder
