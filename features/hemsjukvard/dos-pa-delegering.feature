# language: sv
@hemsjukvård
Egenskap: Läkemedel på delegering i hemmet
  Undersköterskan ger läkemedel bara när en sjuksköterska har delegerat det. Dosen står en gång i journalen, hur många
  gånger enheten än måste skicka den, och den som ger en dos som en annan redan har gett får veta det.

  @klass-1 @KRAV-HEM-02 @KRAV-HEM-07
  Scenario: Dosen ges på delegering och skickas två gånger
    Givet en patient mellan 75 och 98 år
    När distriktssköterskan i hemsjukvården planerar hembesök för "Läkemedel" som "hembesöket"
    Och läkaren på vårdcentralen ordinerar Amoxicillin som "ordinationen"
    Och undersköterskan i hemsjukvården försöker ge "ordinationen" i hemmet som "utan delegering"
    Så stoppas "utan delegering" för undersköterskan i hemsjukvården eftersom delegering saknas
    När distriktssköterskan i hemsjukvården delegerar läkemedel som "delegeringen"
    Och undersköterskan i hemsjukvården tar emot delegeringen "delegeringen" som "mottagandet"
    Och undersköterskan i hemsjukvården ger "ordinationen" i hemmet utan nät som "på enheten"
    Och undersköterskan i hemsjukvården får nät, förlorar svaret och skickar "på enheten" igen som "dosen"
    Så ser läkaren på vårdcentralen "dosen" från hemmet en enda gång inom 5 sekunder

  @klass-1 @KRAV-HEM-05
  Scenario: Två ger samma dos
    Givet en patient mellan 75 och 98 år
    När distriktssköterskan i hemsjukvården planerar hembesök för "Läkemedel" som "hembesöket"
    Och läkaren på vårdcentralen ordinerar Amoxicillin som "ordinationen"
    Och distriktssköterskan i hemsjukvården ger "ordinationen" i hemmet utan nät som "på enheten"
    Och sjuksköterskan på vårdcentralen ger "ordinationen" som "mottagningens dos"
    Och distriktssköterskan i hemsjukvården får nät och skickar "på enheten" som "hemmets dos"
    Så får distriktssköterskan i hemsjukvården veta att "hemmets dos" redan var given inom 5 sekunder
