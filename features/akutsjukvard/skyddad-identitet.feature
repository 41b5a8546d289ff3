# language: sv
@akutsjukvård
Egenskap: Skyddad identitet
  Den som lever med skyddade personuppgifter ska kunna söka vård utan att namn eller adress syns för fler än de som
  måste veta. Ingen lista, vy, utskrift eller kopia får röja dem.

  @klass-1 @KRAV-SEK-01
  Scenario: Namn och adress är skyddade från ankomst till utskrift
    Givet en patient med skyddad identitet
    När medicinska sekreteraren på akuten registrerar patienten för "Magsmärta"
    Så är patientens namn och adress skyddade i enhetens lista för sjuksköterskan på akuten
    När sjuksköterskan på akuten kallar in patienten
    Så är patientens namn och adress skyddade i journalen för sjuksköterskan på akuten
    När medicinska sekreteraren på akuten skriver ut kallelsebrevet
    Så är patientens namn och adress skyddade i kallelsebrevet för medicinska sekreteraren på akuten
    När medicinska sekreteraren på akuten skriver ut etiketten
    Så är patientens namn och adress skyddade på etiketten för medicinska sekreteraren på akuten
    Och är patientens namn och adress skyddade i journalutdraget för medicinska sekreteraren på akuten
