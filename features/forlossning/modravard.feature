# language: sv
@förlossning
Egenskap: Inskrivning i mödravården
  Det barnmorskan i mödravården vet om graviditeten finns på förlossningen när värkarna börjar. En inskrivning utan beräknad
  förlossning går inte iväg, för då vet ingen hur gammalt barnet är.

  @klass-1 @KRAV-MOD-01
  Scenario: Inskrivningen finns på förlossningen
    Givet en kvinna mellan 20 och 40 år
    När barnmorskan i mödravården skickar inskrivning i mödravården som "inskrivningen":
      | beräknad förlossning | 2027-06-14                      |
      | blodgrupp            | O RhD negativ                   |
      | risker               | Akut kejsarsnitt 2024           |
      | läkemedel            | Inga                            |
    Så läser barnmorskan på förlossningen allt i "inskrivningen" inom 5 sekunder
    När barnmorskan på förlossningen kvitterar att "inskrivningen" har kommit
    Så ser barnmorskan i mödravården att mottagaren har "inskrivningen" inom 5 sekunder

  @klass-1 @KRAV-MOD-02
  Scenario: Utan beräknad förlossning går inskrivningen inte iväg
    Givet en kvinna mellan 20 och 40 år
    När barnmorskan i mödravården försöker skicka inskrivning i mödravården som "den halva":
      | blodgrupp | A RhD positiv   |
      | risker    | Inga            |
      | läkemedel | Levaxin 50 µg   |
    Så stoppas "den halva" för barnmorskan i mödravården eftersom beräknad förlossning saknas
