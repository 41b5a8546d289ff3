# language: sv
@slutenvård
Egenskap: Avdelningsdygn
  Ett pass på avdelningen: mätvärden på rätt patient, rätt dos efter en ändrad ordination och en överlämning där
  nästa pass ser allt som hänt.

  @klass-1 @KRAV-VIT-01 @KRAV-LM-04 @KRAV-LM-05 @KRAV-DOK-01
  Scenario: Kontroller, ändrad dos och överlämning till kvällspasset
    Givet en patient mellan 40 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och undersköterskan på avdelningen för in vitalparametrar som "morgonvärdena":
      | andningsfrekvens     | 18   |
      | syremättnad          | 96   |
      | syrgas               | nej  |
      | systoliskt blodtryck | 138  |
      | puls                 | 82   |
      | medvetande           | A    |
      | temperatur           | 37,1 |
    Så ser sjuksköterskan på avdelningen "morgonvärdena" och inga andra mätvärden hos patienten inom 5 sekunder
    När läkaren på avdelningen ordinerar Furosemid som "vätskedrivande"
    Och sjuksköterskan på avdelningen ger "vätskedrivande" som "första dosen"
    Och läkaren på avdelningen ändrar "vätskedrivande" till 20 mg
    Så visar utdelningslistan 20 mg av "vätskedrivande" för sjuksköterskan på avdelningen inom 5 sekunder
    När sjuksköterskan på avdelningen ger "vätskedrivande" som "andra dosen"
    Så ser läkaren på avdelningen att "andra dosen" är den ordinerade dosen av "vätskedrivande"
    När sjuksköterskan på avdelningen antecknar "Mobiliserad till stol, ätit halva lunchen." som "omvårdnaden"
    Och sjuksköterskan på avdelningen lämnar över patienten som "överlämningen":
      | situation      | Inlagd för hjärtsvikt, dag 2                          |
      | bakgrund       | Hypertoni, tidigare förmaksflimmer                    |
      | aktuellt       | Stabil, NEWS2 0, vätskedrivande sänkt till 20 mg      |
      | rekommendation | Ny kontroll av vikt och blodtryck klockan 18          |
    Så ser kvällssjuksköterskan på avdelningen "överlämningen" och allt sedan förra passet inom 5 sekunder:
      | morgonvärdena |
      | andra dosen   |
      | omvårdnaden   |
