# language: sv
@samverkan
Egenskap: Utskrivning med kommunala insatser
  Den som behöver kommunens hjälp efter sjukhuset ska inte falla mellan stolarna: kommunen får veta i tid, kvitterar
  själv och kallas till gemensam planering. Utan patientens samtycke lämnas ingenting.

  @klass-1 @KRAV-SAM-01 @KRAV-SAM-02 @KRAV-SAM-04
  Scenario: Kommunen får veta i tid och kvitterar
    Givet en patient mellan 70 och 98 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen antecknar att patienten samtycker till att kommunen får veta
    Och sjuksköterskan på avdelningen skickar inskrivningsmeddelande som "inskrivningsmeddelandet"
    Så ser biståndshandläggaren i kommunen "inskrivningsmeddelandet" i inkorgen inom 24 timmar från "inskrivningen"
    När biståndshandläggaren i kommunen kvitterar "inskrivningsmeddelandet"
    Så ser sjuksköterskan på avdelningen att "inskrivningsmeddelandet" är mottaget inom 5 sekunder
    När läkaren på avdelningen bedömer patienten som utskrivningsklar som "bedömningen"
    Och sjuksköterskan på avdelningen skickar meddelande om utskrivningsklar som "klarmeddelandet"
    Så ser distriktssköterskan i kommunen "klarmeddelandet" i inkorgen samma dag som "bedömningen"
    När distriktssköterskan i kommunen kvitterar "klarmeddelandet"
    Så ser sjuksköterskan på avdelningen att "klarmeddelandet" är mottaget inom 5 sekunder
    När distriktssköterskan på vårdcentralen kallar till samordnad individuell planering som "planeringen"
    Så ser biståndshandläggaren i kommunen kallelsen "planeringen" inom 5 sekunder
    När läkaren på avdelningen skriver ut patienten som "utskrivningen"
    Och sjuksköterskan på avdelningen skickar utskrivningsinformation som "utskrivningsinformationen"
    Så ser distriktssköterskan i kommunen "utskrivningsinformationen" i inkorgen samma dag som "utskrivningen"

  @klass-1 @KRAV-SAM-03
  Scenario: Utan samtycke lämnas ingenting
    Givet en patient mellan 70 och 98 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen antecknar att patienten inte samtycker till att kommunen får veta
    Och sjuksköterskan på avdelningen försöker skicka utskrivningsinformation som "försöket"
    Så finns ingenting om patienten i inkorgen för distriktssköterskan i kommunen under 3 sekunder
