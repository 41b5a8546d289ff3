# language: sv
@samverkan
Egenskap: Remiss från vårdcentralen till sjukhuset
  En remiss ska aldrig bli liggande utan att någon vet det: den har en mottagare, en ålder och ett svar, och den som
  skickade den ser vilket. En remiss som inte går att bedöma kommer tillbaka med skälet.

  @klass-1 @KRAV-REM-01 @KRAV-REM-02
  Scenario: Remissen väntar hos mottagaren tills den är besvarad
    Givet en patient mellan 45 och 85 år
    När läkaren på vårdcentralen remitterar patienten till mottagningen för "Artros i höger höft, fråga om protes" som "remissen"
    Så ser medicinska sekreteraren på mottagningen "remissen" bland obesvarade remisser inom 5 sekunder
    När läkaren på mottagningen tar emot remissen "remissen"
    Och läkaren på mottagningen besvarar remissen "remissen" med "Inga hållpunkter för operation nu. Artrosskola, ny remiss vid försämring."
    Så läser läkaren på vårdcentralen remissvaret "Inga hållpunkter för operation nu. Artrosskola, ny remiss vid försämring." på "remissen" inom 5 sekunder
    Och är "remissen" borta från obesvarade remisser för läkaren på mottagningen inom 5 sekunder

  @klass-1 @KRAV-REM-01 @KRAV-REM-03
  Scenario: Remissen som inte går att bedöma kommer tillbaka
    Givet en patient mellan 45 och 85 år
    När läkaren på vårdcentralen remitterar patienten till mottagningen för "Ont i knät" som "remissen"
    Så ser läkaren på mottagningen "remissen" bland obesvarade remisser inom 5 sekunder
    När läkaren på mottagningen återsänder remissen "remissen" med skälet "Röntgen och status saknas"
    Så ser läkaren på vårdcentralen "remissen" som återsänd med skälet "Röntgen och status saknas" inom 5 sekunder
    När läkaren på vårdcentralen remitterar patienten till mottagningen för "Ont i knät, nedsatt böjning, röntgen visar artros" som "nya remissen"
    Så ser läkaren på mottagningen "nya remissen" bland obesvarade remisser inom 5 sekunder
    När läkaren på mottagningen besvarar remissen "nya remissen" med "Kallas till bedömning inom fyra veckor."
    Så läser läkaren på vårdcentralen remissvaret "Kallas till bedömning inom fyra veckor." på "nya remissen" inom 5 sekunder
