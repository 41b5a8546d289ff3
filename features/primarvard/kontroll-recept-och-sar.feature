# language: sv
@primärvård
Egenskap: Kontroll, recept och sår
  Det vanliga på en vårdcentral: diabeteskontrollen med provsvar och ny dos, receptet som förnyas från 1177 och såret som lämnas
  över till hemsjukvården. Det som saknar något kommer tillbaka till den som skrev, inte fram till den som ska handla.

  @klass-2 @KRAV-LAB-01 @KRAV-LM-03
  Scenario: Diabeteskontroll med HbA1c och ny dos
    Givet en patient mellan 45 och 85 år
    När läkaren på vårdcentralen ordinerar Metformin i dosen 500 mg som "metformin"
    Och läkaren på vårdcentralen ordinerar och signerar HbA1c som "långtidssockret"
    Så ser biomedicinska analytikern på laboratoriet "långtidssockret" på arbetslistan inom 5 sekunder
    När undersköterskan på vårdcentralen tar "långtidssockret"
    Och biomedicinska analytikern på laboratoriet svarar 68 mmol/mol på "långtidssockret" som "långtidssvaret"
    Och läkaren på vårdcentralen ändrar "metformin" till 1000 mg
    Och farmaceuten på läkemedelsenheten granskar "metformin"
    Så visar alla läkemedelslistor samma läkemedel för läkaren på vårdcentralen inom 5 sekunder

  @klass-2 @KRAV-VC-01
  Scenario: Receptet förnyas från 1177
    Givet en patient mellan 40 och 85 år
    När patienten skickar begäran om receptförnyelse på 1177 som "begäran":
      | läkemedel | Amlodipin 5 mg, en om dagen |
      | hälsa nu  | Mår bra, blodtryck 138/82   |
    Så läser sjuksköterskan på vårdcentralen allt i "begäran" inom 5 sekunder
    Och läser patienten allt i "begäran" på 1177 inom 5 sekunder

  @klass-3 @KRAV-VC-02
  Scenario: En begäran utan läkemedel kommer tillbaka på en gång
    Givet en patient mellan 40 och 85 år
    När patienten försöker skicka begäran om receptförnyelse på 1177 som "den halva begäran":
      | hälsa nu | Mår bra |
    Så stoppas "den halva begäran" för patienten eftersom läkemedlet saknas

  @klass-2 @KRAV-VC-03
  Scenario: Såret lämnas över till hemsjukvården med hela planen
    Givet en patient mellan 65 och 95 år
    När distriktssköterskan på vårdcentralen antecknar "Venöst bensår vänster, 3 × 2 cm, rent, ingen rodnad." som "såret"
    Och distriktssköterskan på vårdcentralen skickar sårplan som "planen":
      | sår            | Venöst bensår vänster underben, 3 × 2 cm |
      | omläggning     | Skumförband och kompression, tre gånger i veckan |
      | nästa kontroll | 2026-12-15                               |
      | hör av dig om  | Feber, rodnad eller mer smärta           |
    Så läser distriktssköterskan i kommunen allt i "planen" inom 5 sekunder

  @klass-2 @KRAV-VC-04
  Scenario: En sårplan utan gräns för att höra av sig går inte iväg
    Givet en patient mellan 65 och 95 år
    När distriktssköterskan på vårdcentralen försöker skicka sårplan som "den halva planen":
      | sår            | Venöst bensår vänster underben, 3 × 2 cm |
      | omläggning     | Skumförband och kompression, tre gånger i veckan |
      | nästa kontroll | 2026-12-15                               |
    Så stoppas "den halva planen" för distriktssköterskan på vårdcentralen eftersom gränsen för att höra av sig saknas
