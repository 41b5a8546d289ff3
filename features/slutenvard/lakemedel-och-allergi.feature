# language: sv
@slutenvård
Egenskap: Läkemedel och allergi
  Den som är allergisk mot penicillin ska inte kunna få det av misstag. Alternativet ska gå fram utan larm, och alla
  som läser läkemedelslistan ska läsa samma lista.

  @klass-1 @KRAV-LM-01 @KRAV-LM-02 @KRAV-LM-03
  Scenario: Penicillin stoppas och alternativet når alla listor
    Givet en patient mellan 18 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen antecknar allergi mot penicillin som "allergin"
    Och läkaren på avdelningen försöker ordinera Bensylpenicillin som "försöket"
    Så stoppas "försöket" för läkaren på avdelningen på grund av penicillin
    När läkaren på avdelningen ordinerar Klindamycin som "alternativet"
    Så har "alternativet" ingen varning för läkaren på avdelningen
    När farmaceuten på läkemedelsenheten granskar "alternativet"
    Och sjuksköterskan på avdelningen ger "alternativet" som "dosen"
    Så visar alla läkemedelslistor samma läkemedel för läkaren på avdelningen inom 5 sekunder
