# language: sv
@slutenvård
Egenskap: Planerad höftprotes
  Från väntelista till återbesök ska patienten hela tiden stå i någons lista. Den som inte kommer till sin operation
  försvinner inte: hon står kvar bland dem som ska kallas.

  @klass-1 @KRAV-OP-01 @KRAV-OP-02 @KRAV-OP-03 @KRAV-OP-04
  Scenario: Från väntelista till återbesök
    Givet en patient mellan 55 och 88 år
    När läkaren på mottagningen sätter upp patienten på väntelistan för "Total höftprotes höger" som "höftoperationen"
    Så ser medicinska sekreteraren på mottagningen "höftoperationen" bland dem som ska kallas inom 5 sekunder
    När medicinska sekreteraren på mottagningen kallar patienten till "höftoperationen"
    Så ser sjuksköterskan på operation "höftoperationen" i operationsprogrammet inom 5 sekunder
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på operation opererar patienten enligt "höftoperationen" som "operationsberättelsen"
    Så ser sjuksköterskan på avdelningen operationen "operationsberättelsen" i journalen inom 5 sekunder
    När läkaren på avdelningen skriver ut patienten som "utskrivningen"
    Och medicinska sekreteraren på mottagningen bokar återbesök om 6 veckor som "återbesöket"
    Så ser läkaren på mottagningen återbesöket "återbesöket" på sin tid inom 5 sekunder

  @klass-2 @KRAV-OP-01 @KRAV-OP-02
  Scenario: Den som uteblir kallas igen
    Givet en patient mellan 55 och 88 år
    När läkaren på mottagningen sätter upp patienten på väntelistan för "Total knäprotes vänster" som "knäoperationen"
    Och medicinska sekreteraren på mottagningen kallar patienten till "knäoperationen"
    Så ser sjuksköterskan på operation "knäoperationen" i operationsprogrammet inom 5 sekunder
    När sjuksköterskan på operation antecknar att patienten uteblev från "knäoperationen"
    Så ser medicinska sekreteraren på mottagningen "knäoperationen" bland dem som ska kallas inom 5 sekunder
    När medicinska sekreteraren på mottagningen kallar patienten till "knäoperationen"
    Så ser sjuksköterskan på operation "knäoperationen" i operationsprogrammet inom 5 sekunder
