# language: sv
@akutsjukvård
Egenskap: Bröstsmärta på akuten
  Den som söker för bröstsmärta ska snabbt få prov, svar och en plats. Varje överlämning på vägen ska synas
  hos nästa person i kedjan: sekreterare, sjuksköterska, läkare, laboratorium och avdelning.

  @klass-1 @KRAV-ADT-01 @KRAV-ADT-02 @KRAV-LAB-01 @KRAV-LAB-02 @KRAV-LAB-03
  Scenario: Troponin vid ankomst och efter en timme, sedan inläggning
    Givet en patient mellan 45 och 85 år
    När medicinska sekreteraren på akuten registrerar patienten för "Bröstsmärta"
    Så ser sjuksköterskan på akuten patienten i enhetens lista inom 5 sekunder
    När sjuksköterskan på akuten prioriterar patienten som orange
    Och undersköterskan på akuten mäter normala vitalparametrar som "ankomstvärdena"
    Och läkaren på akuten ordinerar och signerar Troponin T som "första provet"
    Så ser biomedicinska analytikern på laboratoriet "första provet" på arbetslistan inom 5 sekunder
    När undersköterskan på akuten tar "första provet"
    Och biomedicinska analytikern på laboratoriet svarar 9 ng/L på "första provet" som "första svaret"
    Så ser läkaren på akuten svar på "första provet" inom 5 sekunder
    När 1 timme har gått
    Och läkaren på akuten ordinerar och signerar Troponin T som "andra provet"
    Så ser biomedicinska analytikern på laboratoriet "andra provet" på arbetslistan inom 5 sekunder
    När undersköterskan på akuten tar "andra provet"
    Och biomedicinska analytikern på laboratoriet svarar 31 ng/L på "andra provet" som "andra svaret"
    Så ser läkaren på akuten svar på "andra provet" inom 5 sekunder
    Och läkaren på akuten ser exakt ett svar på "första provet"
    Och läkaren på akuten ser exakt ett svar på "andra provet"
    När läkaren på akuten lägger in patienten på avdelningen som "inläggningen"
    Så ser sjuksköterskan på avdelningen patienten på en vårdplats i avdelningens lista inom 5 sekunder
