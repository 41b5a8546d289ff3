# language: sv
@laboratorium
Egenskap: Provets väg
  Etiketten kommer ut där den skrivs ut, skannas mot patienten vid provtagningen och igen när laboratoriet tar emot röret. Ett
  rör med en annan patients etikett tas inte.

  @klass-1 @KRAV-ETI-01 @KRAV-ETI-03 @KRAV-LAB-01
  Scenario: Etiketten följer provet från akuten till laboratoriet
    Givet en patient mellan 18 och 95 år
    När medicinska sekreteraren på akuten registrerar patienten för "Feber"
    Och sjuksköterskan på akuten skriver ut patientens armband som "armbandet"
    Så hämtar sjuksköterskan på akuten "armbandet" i enhetens skrivare inom 5 sekunder
    När läkaren på akuten ordinerar och signerar CRP som "provet"
    Och sjuksköterskan på akuten skriver ut röretiketten till "provet" som "etiketten"
    Så hämtar sjuksköterskan på akuten "etiketten" i enhetens skrivare inom 5 sekunder
    När sjuksköterskan på akuten skannar "etiketten" och tar "provet" i röret "röret"
    Och biomedicinska analytikern på laboratoriet skannar in röret "röret"
    Så ser sjuksköterskan på akuten att laboratoriet har röret "röret" inom 5 sekunder
    Och ser biomedicinska analytikern på laboratoriet "provet" på arbetslistan inom 5 sekunder
    När biomedicinska analytikern på laboratoriet svarar 48 mg/L på "provet" som "svaret"
    Så ser läkaren på akuten svar på "provet" inom 5 sekunder

  @klass-1 @KRAV-ETI-02
  Scenario: En annan patients etikett stoppas vid provtagningen
    Givet en patient mellan 18 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen ordinerar och signerar Kalium som "provet"
    Och sjuksköterskan på avdelningen försöker ta "provet" med en annan patients etikett som "fel etikett"
    Så stoppas "fel etikett" för sjuksköterskan på avdelningen eftersom etiketten inte är patientens
    När sjuksköterskan på avdelningen skriver ut röretiketten till "provet" som "rätt etikett"
    Så hämtar sjuksköterskan på avdelningen "rätt etikett" i enhetens skrivare inom 5 sekunder
    När sjuksköterskan på avdelningen skannar "rätt etikett" och tar "provet" i röret "röret"
    Och biomedicinska analytikern på laboratoriet skannar in röret "röret"
    Så ser sjuksköterskan på avdelningen att laboratoriet har röret "röret" inom 5 sekunder
