# language: sv
@akutsjukvård
Egenskap: Okänd vid traumalarm
  Den som ingen känner igen vårdas under ett reservnummer. När identiteten är klar ska hela historiken följa med, och
  visar det sig vara fel person ska var och en få tillbaka sin.

  @klass-1 @KRAV-ID-02
  Scenario: Den okända identifieras och historiken följer med
    Givet en patient mellan 18 och 70 år
    När medicinska sekreteraren på akuten registrerar en okänd med reservnummer som "den okända"
    Och läkaren på akuten antecknar "Singelolycka bil, GCS 13, bäckengördel på. DT trauma beställd." hos "den okända" som "traumaanteckningen"
    Och medicinska sekreteraren på akuten för samman "den okända" med patientens journal
    Så ser läkaren på akuten "traumaanteckningen" från "den okända" i patientens journal inom 5 sekunder
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Så ser sjuksköterskan på avdelningen "traumaanteckningen" från "den okända" i patientens journal inom 5 sekunder

  @klass-1 @KRAV-ID-02 @KRAV-ID-03
  Scenario: Fel person hävs och ingen mister sin historik
    Givet en patient mellan 18 och 70 år
    När medicinska sekreteraren på akuten registrerar en okänd med reservnummer som "den okända"
    Och läkaren på akuten antecknar "Medvetslös efter fall, allergi okänd." hos "den okända" som "traumaanteckningen"
    Och medicinska sekreteraren på akuten för samman "den okända" med patientens journal
    Så ser läkaren på akuten "traumaanteckningen" från "den okända" i patientens journal inom 5 sekunder
    När medicinska sekreteraren på akuten skiljer "den okända" från patientens journal
    Så ser läkaren på akuten "traumaanteckningen" bara hos "den okända" inom 5 sekunder
