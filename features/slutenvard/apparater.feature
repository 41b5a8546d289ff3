# language: sv
@slutenvård
Egenskap: Monitorer och pumpar vid sängen
  Det som en monitor eller pump mäter ska stå hos den patient som den sitter på, på rätt tid och i journalens enheter, och
  gälla först när en sjuksköterska har sett patienten. En apparat som sitter på fel patient, har tystnat eller har fel tid ska
  märkas innan någon vårdar efter den.

  @klass-1 @KRAV-APP-01 @KRAV-APP-02 @KRAV-VIT-02
  Scenario: Monitorns värden bekräftas och räknas in i NEWS2
    Givet en patient mellan 40 och 90 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen kopplar en patientmonitor till patienten som "monitorn"
    Och sjuksköterskan på avdelningen låter "monitorn" mäta som "nattvärdena":
      | andningsfrekvens       | 24 /min  |
      | syremättnad            | 91 %     |
      | systoliskt blodtryck   | 12,8 kPa |
      | diastoliskt blodtryck  | 7,5 kPa  |
      | puls                   | 112 /min |
      | temperatur             | 102,2 °F |
    Så ser sjuksköterskan på avdelningen "nattvärdena" obekräftat hos patienten inom 10 sekunder:
      | andningsfrekvens       | 24 /min  |
      | syremättnad            | 91 %     |
      | systoliskt blodtryck   | 96 mmHg  |
      | diastoliskt blodtryck  | 56 mmHg  |
      | puls                   | 112 /min |
      | temperatur             | 39 °C    |
    När sjuksköterskan på avdelningen bekräftar "nattvärdena" med medvetande A utan syrgas som "bekräftelsen"
    Så ser läkaren på avdelningen "bekräftelsen" som bekräftat hos patienten inom 5 sekunder
    Och varnas sjuksköterskan på avdelningen för NEWS2 10 efter "bekräftelsen" inom 5 sekunder
    När sjuksköterskan på avdelningen kopplar bort "monitorn"

  @klass-1 @KRAV-APP-01 @KRAV-APP-03
  Scenario: Vid byte av plats följer monitorn inte med
    Givet en patient mellan 40 och 85 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen kopplar en patientmonitor till patienten som "avdelningens monitor"
    Och läkaren på avdelningen skickar överrapportering som "rapporten":
      | situation      | Stigande syrgasbehov           |
      | bakgrund       | Pneumoni                       |
      | aktuellt       | Andningsfrekvens 32, trött     |
      | rekommendation | Högflödesgrimma, tät kontroll  |
    Och läkaren på IVA kvitterar att "rapporten" har kommit
    Och läkaren på avdelningen flyttar patienten till IVA
    Och sjuksköterskan på avdelningen låter "avdelningens monitor" mäta som "nästa patients värden":
      | puls        | 64 /min |
      | syremättnad | 98 %    |
    Så hålls "nästa patients värden" utanför patientens journal för sjuksköterskan på avdelningen inom 10 sekunder
    När sjuksköterskan på IVA kopplar en patientmonitor till patienten som "IVA:s monitor"
    Och sjuksköterskan på IVA låter "IVA:s monitor" mäta som "första värdena på IVA":
      | puls        | 118 /min |
      | syremättnad | 89 %     |
    Så ser sjuksköterskan på IVA "första värdena på IVA" obekräftat hos patienten inom 10 sekunder:
      | puls        | 118 /min |
      | syremättnad | 89 %     |
    När sjuksköterskan på IVA kopplar bort "IVA:s monitor"

  @klass-1 @KRAV-APP-01 @KRAV-APP-04
  Scenario: En pump som sitter på förra patienten går inte att koppla
    Givet en patient mellan 40 och 85 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och medicinska sekreteraren på akuten registrerar en okänd med reservnummer som "förra patienten"
    Och sjuksköterskan på avdelningen kopplar en infusionspump till "förra patienten" som "pumpen"
    Och sjuksköterskan på avdelningen försöker koppla apparaten "pumpen" till patienten som "för tidigt"
    Så stoppas "för tidigt" för sjuksköterskan på avdelningen eftersom apparaten sitter på en annan patient
    När sjuksköterskan på avdelningen kopplar bort "pumpen"
    Och sjuksköterskan på avdelningen kopplar den frigjorda apparaten "pumpen" till patienten som "patientens pump"
    Och sjuksköterskan på avdelningen låter "patientens pump" mäta som "infusionen":
      | infusionshastighet | 42,5 mL/h |
    Så ser sjuksköterskan på avdelningen "infusionen" obekräftat hos patienten inom 10 sekunder:
      | infusionshastighet | 42,5 mL/h |
    När sjuksköterskan på avdelningen kopplar bort "patientens pump"

  @klass-1 @KRAV-APP-05
  Scenario: Att monitorn har tystnat märks
    Givet en patient mellan 40 och 90 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen kopplar en patientmonitor till patienten som "monitorn"
    Och sjuksköterskan på avdelningen låter "monitorn" mäta som "sista värdena":
      | puls        | 84 /min |
      | syremättnad | 96 %    |
    Och sjuksköterskan på avdelningen är hos patienten när "monitorn" slutar sända
    Så får sjuksköterskan på avdelningen veta att inget kommer från "monitorn" inom 30 sekunder
    När sjuksköterskan på avdelningen kopplar bort "monitorn"

  @klass-1 @KRAV-APP-06 @KRAV-APP-07
  Scenario: En monitor vars klocka går fel gör inga tider fel, och larmet når fram
    Givet en patient mellan 40 och 90 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och sjuksköterskan på avdelningen kopplar en patientmonitor till patienten som "monitorn"
    Och sjuksköterskan på avdelningen låter "monitorn", vars klocka går 7 minuter före, mäta som "kvällsvärdena":
      | puls        | 84 /min |
      | syremättnad | 94 %    |
    Så står "kvällsvärdena" på rätt tid för sjuksköterskan på avdelningen inom 10 sekunder
    Och får sjuksköterskan på avdelningen veta att klockan bakom "kvällsvärdena" går 7 minuter före inom 10 sekunder
    När undersköterskan på avdelningen är hos patienten när "monitorn" larmar för syremättnad 82 % som "larmet"
    Så når larmet "larmet" sjuksköterskan på avdelningen inom 10 sekunder
    När sjuksköterskan på avdelningen kopplar bort "monitorn"
