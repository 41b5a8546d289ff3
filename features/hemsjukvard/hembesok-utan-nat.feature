# language: sv
@hemsjukvård
Egenskap: Hembesök utan nät
  Det som skrivs hemma hos patienten finns kvar på enheten tills nätet är tillbaka, och syns då för den som behöver det:
  en gång, och med rätt tid.

  @klass-1 @KRAV-HEM-01
  Scenario: Akuten ser fallet när nätet är tillbaka
    Givet en patient mellan 75 och 98 år
    När distriktssköterskan i hemsjukvården planerar hembesök för "Sårvård" som "hembesöket"
    Och distriktssköterskan i hemsjukvården rapporterar fallet "Föll på väg till köket, ont i höften" utan nät som "på enheten"
    Och distriktssköterskan i hemsjukvården får nät och skickar "på enheten" som "fallet"
    Så ser sjuksköterskan i ambulansen "fallet" från hemmet inom 5 sekunder
    Och ser läkaren på akuten "fallet" från hemmet inom 5 sekunder

  @klass-2 @KRAV-HEM-03
  Scenario: Enhetens klocka går före
    Givet en patient mellan 75 och 98 år
    När distriktssköterskan i hemsjukvården planerar hembesök för "Blodtryckskontroll" som "hembesöket"
    Och distriktssköterskan i hemsjukvården mäter blodtrycket 142 på 86 utan nät, med en klocka som går 20 minuter före, som "på enheten"
    Och sjuksköterskan på akuten mäter normala vitalparametrar som "akutens värden"
    Och distriktssköterskan i hemsjukvården får nät och skickar "på enheten" som "hemmets värden"
    Så ser läkaren på akuten att "hemmets värden" mättes före "akutens värden" inom 5 sekunder

  @klass-1 @KRAV-HEM-04 @KRAV-HEM-06
  Scenario: Läkemedlet sätts ut under rundan
    Givet en patient mellan 75 och 98 år
    När distriktssköterskan i hemsjukvården planerar hembesök för "Läkemedel" som "hembesöket"
    Och läkaren på vårdcentralen ordinerar Amoxicillin som "ordinationen"
    Så ser distriktssköterskan i hemsjukvården hur gammal listan med "ordinationen" är
    När läkaren på vårdcentralen sätter ut "ordinationen"
    Så får distriktssköterskan i hemsjukvården veta att "ordinationen" är utsatt inom 5 sekunder
