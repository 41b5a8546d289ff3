# language: sv
@slutenvård
Egenskap: Måltider på avdelningen
  Den som äter för lite blir inte frisk. Det som antecknas om en måltid ska nästa person kunna läsa.

  @klass-2 @KRAV-MAT-01
  Scenario: En måltid går att läsa som den antecknades
    Givet en patient mellan 60 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen antecknar måltiden "halva lunchen" som "lunchen"
    Så ser läkaren på avdelningen måltiden "lunchen" i journalen inom 5 sekunder
