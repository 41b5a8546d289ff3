# language: sv
@slutenvård
Egenskap: Läkemedelsavstämning vid inskrivning
  Det patienten tar hemma skrivs upp, och vart och ett behålls, pausas eller sätts ut. Avstämningen går inte att signera
  förrän alla är bedömda.

  @klass-1 @KRAV-AVS-01
  Scenario: Behållet, pausat och utsatt
    Givet en patient mellan 60 och 90 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen antecknar hemläkemedlet Paracetamol som "värktabletterna"
    Och sjuksköterskan på avdelningen antecknar hemläkemedlet Furosemid som "vätskedrivande"
    Och sjuksköterskan på avdelningen antecknar hemläkemedlet Ketobemidon som "morfinlikt"
    Och läkaren på avdelningen bedömer att "värktabletterna" ska behållas
    Och läkaren på avdelningen bedömer att "vätskedrivande" ska pausas
    Och läkaren på avdelningen bedömer att "morfinlikt" ska sättas ut
    Så ser sjuksköterskan på avdelningen att "värktabletterna" ska behållas enligt avstämningen inom 5 sekunder
    Och ser sjuksköterskan på avdelningen att "vätskedrivande" ska pausas enligt avstämningen inom 5 sekunder
    Och ser farmaceuten på läkemedelsenheten att "morfinlikt" ska sättas ut enligt avstämningen inom 5 sekunder
    När läkaren på avdelningen signerar läkemedelsavstämningen som "avstämningen"

  @klass-1 @KRAV-AVS-02
  Scenario: Avstämningen signeras inte förrän alla läkemedel är bedömda
    Givet en patient mellan 60 och 90 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen antecknar hemläkemedlet Furosemid som "vätskedrivande"
    Och läkaren på avdelningen försöker signera läkemedelsavstämningen som "för tidigt"
    Så stoppas "för tidigt" för läkaren på avdelningen eftersom alla hemläkemedel inte är bedömda
    När läkaren på avdelningen bedömer att "vätskedrivande" ska behållas
    Och läkaren på avdelningen signerar läkemedelsavstämningen som "avstämningen"
