# language: sv
@slutenvård
Egenskap: Dödsfall
  De närstående ska inte få en kallelse till den som har dött. Den som stryker det som var
  planerat ska få bort allt, och den som ändå försöker boka får veta varför det inte går.

  @klass-2 @KRAV-DOD-01 @KRAV-DOD-02
  Scenario: Kallelser och tider stryks
    Givet en patient mellan 70 och 98 år
    När läkaren på mottagningen sätter upp patienten på väntelistan för "Total höftprotes vänster" som "höftoperationen"
    Och medicinska sekreteraren på mottagningen kallar patienten till "höftoperationen"
    Och medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen antecknar att patienten har avlidit
    Så ser medicinska sekreteraren på mottagningen att patienten är avliden inom 5 sekunder
    När medicinska sekreteraren på mottagningen stryker allt som är planerat för patienten
    Så ser medicinska sekreteraren på mottagningen att inget är planerat för patienten inom 5 sekunder
    När medicinska sekreteraren på mottagningen försöker boka ett besök för den avlidna som "försöket"
    Så stoppas "försöket" för medicinska sekreteraren på mottagningen eftersom patienten är avliden
