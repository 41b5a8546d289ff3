# language: sv
@slutenvård
Egenskap: Känd allergi
  Det som redan står i journalen ska skydda patienten från första stund: ingen på avdelningen ska behöva anteckna
  allergin en gång till för att stoppet ska komma.

  @klass-1 @KRAV-LM-01
  Scenario: Allergin som redan står i journalen stoppar penicillin
    Givet en patient mellan 60 och 95 år med hypertoni och penicillinallergi
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen försöker ordinera Bensylpenicillin som "försöket"
    Så stoppas "försöket" för läkaren på avdelningen på grund av penicillin
