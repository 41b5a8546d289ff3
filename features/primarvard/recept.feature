# language: sv
@primärvård
Egenskap: Recept i nationella läkemedelslistan
  Det finns en lista. Det som förskrivs på vårdcentralen ses på sjukhuset och på apoteket, det som makuleras är makulerat
  överallt, och uttaget ses av den som skrev receptet.

  @klass-1 @KRAV-NLL-01 @KRAV-NLL-04
  Scenario: Receptet ses av alla och uttaget av förskrivaren
    Givet en patient mellan 40 och 85 år
    När läkaren på vårdcentralen skriver recept på Furosemid för "Hjärtsvikt" som "receptet"
    Så ser läkaren på avdelningen receptet "receptet" i nationella läkemedelslistan inom 5 sekunder
    Och ser farmaceuten på apoteket receptet "receptet" i nationella läkemedelslistan inom 5 sekunder
    När farmaceuten på apoteket expedierar receptet "receptet" som "uttaget"
    Så ser läkaren på vårdcentralen uttaget "uttaget" i nationella läkemedelslistan inom 5 sekunder

  @klass-1 @KRAV-NLL-02 @KRAV-NLL-03
  Scenario: Det som är makulerat lämnas inte ut
    Givet en patient mellan 40 och 85 år
    När läkaren på vårdcentralen skriver recept på Furosemid för "Bensvullnad" som "receptet"
    Och läkaren på vårdcentralen makulerar receptet "receptet"
    Så ser farmaceuten på apoteket receptet "receptet" makulerat i nationella läkemedelslistan inom 5 sekunder
    Och ser läkaren på avdelningen receptet "receptet" makulerat i nationella läkemedelslistan inom 5 sekunder
    När farmaceuten på apoteket försöker expediera receptet "receptet" som "för sent"
    Så stoppas "för sent" för farmaceuten på apoteket eftersom receptet är makulerat
