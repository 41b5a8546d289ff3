# language: sv
@akutsjukvård
Egenskap: Höftfraktur, snabbspår
  Från akuten till operation och tillbaka till avdelningen, utan att någon väntar på besked. Höften är röntgad och sidan
  står i anmälan, annars går den inte iväg.

  @klass-1 @KRAV-HOF-01 @KRAV-UND-01 @KRAV-UND-02
  Scenario: Från akuten till operation och tillbaka
    Givet en patient mellan 65 och 95 år
    När medicinska sekreteraren på akuten registrerar patienten för "Fall, misstänkt höftfraktur, snabbspår"
    Och läkaren på akuten beställer undersökningen röntgen höft för "Fraktur vänster höft?" som "höftröntgen"
    Så ser läkaren på röntgen undersökningen "höftröntgen" bland de beställda inom 5 sekunder
    När läkaren på röntgen lämnar det slutliga svaret "Felställd cervikal fraktur vänster höft. Ingen fraktur i bäckenet." på undersökningen "höftröntgen" som "röntgensvaret"
    Så läser läkaren på akuten det slutliga svaret "röntgensvaret" med orden "Felställd cervikal fraktur vänster höft. Ingen fraktur i bäckenet." inom 5 sekunder
    När läkaren på akuten skickar anmälan till höftoperation som "anmälan":
      | åtgärd          | Halvprotes                  |
      | sida            | Vänster                     |
      | antikoagulantia | Inga                        |
      | fastar sedan    | Sedan i går kväll           |
    Så läser läkaren på operation allt i "anmälan" inom 5 sekunder
    När läkaren på operation kvitterar att "anmälan" har kommit
    Så ser läkaren på akuten att mottagaren har "anmälan" inom 5 sekunder
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på operation skickar operationsrapport som "rapporten":
      | operation     | Halvprotes vänster höft, utan komplikation |
      | blödning      | 300 ml                                     |
      | smärtlindring | Nervblockad, paracetamol                   |
      | belastning    | Full belastning i dag                      |
    Så läser sjuksköterskan på avdelningen allt i "rapporten" inom 5 sekunder

  @klass-1 @KRAV-HOF-02
  Scenario: Ingen anmäls till operation utan sida
    Givet en patient mellan 65 och 95 år
    När medicinska sekreteraren på akuten registrerar patienten för "Fall, misstänkt höftfraktur"
    Och läkaren på akuten beställer undersökningen röntgen höft för "Fraktur höger höft?" som "höftröntgen"
    Och läkaren på röntgen lämnar det slutliga svaret "Pertrokantär fraktur höger höft." på undersökningen "höftröntgen" som "röntgensvaret"
    Och läkaren på akuten försöker skicka anmälan till höftoperation som "anmälan utan sida":
      | åtgärd          | Glidskruv och platta |
      | antikoagulantia | Apixaban i går kväll |
      | fastar sedan    | 05.00                |
    Så stoppas "anmälan utan sida" för läkaren på akuten eftersom sidan saknas

  @klass-1 @KRAV-HOF-03
  Scenario: Ingen anmäls till operation utan röntgen
    Givet en patient mellan 65 och 95 år
    När medicinska sekreteraren på akuten registrerar patienten för "Fall, misstänkt höftfraktur"
    Och läkaren på akuten försöker skicka anmälan till höftoperation som "för tidigt":
      | åtgärd          | Halvprotes |
      | sida            | Höger      |
      | antikoagulantia | Inga       |
      | fastar sedan    | 05.00      |
    Så stoppas "för tidigt" för läkaren på akuten eftersom höften inte är röntgad
