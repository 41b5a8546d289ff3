# language: sv
@slutenvård
Egenskap: Blodtransfusion
  Fel påse till fel patient kan döda. Två personer kontrollerar varje påse mot patienten, och systemet släpper inte fram
  blod som någon annan ska ha eller som bara en har kontrollerat.

  @klass-1 @KRAV-TRF-01 @KRAV-TRF-02 @KRAV-TRF-03
  Scenario: Rätt påse ges efter dubbelkontroll, och bara då
    Givet en patient mellan 40 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen beställer blod som "blodbeställningen"
    Och biomedicinska analytikern på laboratoriet lämnar ut en påse för "blodbeställningen" som "påsen"
    Så ser sjuksköterskan på avdelningen "påsen" som utlämnad till patienten inom 5 sekunder
    När sjuksköterskan på avdelningen försöker ge blod ur en annan patients påse som "förväxlingen"
    Så stoppas "förväxlingen" för sjuksköterskan på avdelningen eftersom påsen inte är patientens
    När sjuksköterskan på avdelningen kontrollerar "påsen" mot patienten
    Och sjuksköterskan på avdelningen försöker ge blodet i "påsen" som "genvägen"
    Så stoppas "genvägen" för sjuksköterskan på avdelningen eftersom dubbelkontrollen saknas
    När kvällssjuksköterskan på avdelningen kontrollerar "påsen" mot patienten
    Och sjuksköterskan på avdelningen ger blodet i "påsen" som "transfusionen"
    Så ser läkaren på avdelningen "transfusionen" med "påsen" och två som har kontrollerat inom 5 sekunder
