# language: sv
@laboratorium
Egenskap: Kritiskt provsvar
  Ett svar som kan ändra vården ska nå fram ord för ord, och det ska gå att se vem som tog emot det och när.

  @klass-1 @KRAV-LAB-04 @KRAV-LAB-05
  Scenariomall: Svaret når fram ord för ord och kvitteras (<fall>)
    Givet en patient mellan 18 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen ordinerar och signerar Blododling som "odlingen"
    Och sjuksköterskan på avdelningen tar "odlingen"
    Och biomedicinska analytikern på laboratoriet svarar på "odlingen" som "svaret" med orden:
      """
      <ord>
      """
    Så läser läkaren på avdelningen "svaret" ord för ord inom 5 sekunder
    När biomedicinska analytikern på laboratoriet ringer sjuksköterskan om "odlingen" som "samtalet"
    Och sjuksköterskan på avdelningen läser tillbaka och kvitterar "samtalet"
    Och läkaren på avdelningen antecknar "Tagit del av svaret, ändrar behandlingen." som "åtgärden"
    Så ser läkaren på avdelningen vem som kvitterade "samtalet" och när inom 5 sekunder

    Exempel:
      | fall       | ord |
      | nekande    | Ingen växt i aeroba eller anaeroba flaskor. Inga hållpunkter för endokardit. Ej signifikant fynd. |
      | tecken     | Växt av Staphylococcus aureus. Små mängder även på öron- och näsprov; MIC 0,5 µg/mL, åäö ÅÄÖ é. Inte MRSA. |
      | radbrytning | Preliminärt svar:\n\n  1. Ingen växt efter 24 timmar\n  2. Ny avläsning efter 48 timmar\nSvar ringt. Inga ytterligare prov behövs. |
      | långt      | Grampositiva kocker i kedjor, ingen tidigare växt. Känslighet: bensylpenicillin S, klindamycin S, cefotaxim S, erytromycin R, trimetoprim-sulfametoxazol S, vankomycin S, linezolid S, daptomycin S, rifampicin S, gentamicin R. Odlingen är bedömd tillsammans med infektionskonsult; inga tecken till blandflora, ingen växt av svamp, inga hållpunkter för förorening vid provtagning. Fynd i två av fyra flaskor, tid till växt 11,5 respektive 12,25 timmar. Ny odling före byte av antibiotika rekommenderas och besked lämnas per telefon. |
