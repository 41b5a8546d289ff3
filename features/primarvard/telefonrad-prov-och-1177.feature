# language: sv
@primärvård
Egenskap: Telefonråd, prov och 1177
  Den som ringer sin vårdcentral ska få en tid, ett beslut och ett svar, läsa dem själv på 1177 och kunna bidra med
  egna värden som vården ser är patientens egna.

  @klass-2 @KRAV-BOK-01 @KRAV-PAT-01 @KRAV-VIT-04
  Scenario: Patienten läser beslut och svar och lämnar sitt blodtryck
    Givet en patient mellan 40 och 85 år
    När sjuksköterskan på vårdcentralen bokar telefontid hos läkaren för "Yrsel" som "telefontiden"
    Så ser läkaren på vårdcentralen "telefontiden" i sin tidbok inom 5 sekunder
    När läkaren på vårdcentralen ordinerar och signerar Kalium som "kaliumprovet"
    Och läkaren på vårdcentralen antecknar "Fortsätt med samma dos. Mät blodtrycket hemma en gång om dagen." som "fortsatt behandling"
    Så läser patienten beslutet "fortsatt behandling" på 1177 inom 5 sekunder
    När undersköterskan på vårdcentralen tar "kaliumprovet"
    Och biomedicinska analytikern på laboratoriet svarar 4,1 mmol/L på "kaliumprovet" som "kaliumsvaret"
    Så läser patienten svaret "kaliumsvaret" på 1177 inom 5 sekunder
    När patienten lämnar sitt blodtryck 142/86 som "hemblodtrycket"
    Så ser sjuksköterskan på vårdcentralen "hemblodtrycket" märkt som patientens eget inom 5 sekunder
