# language: sv
@förlossning
Egenskap: Det nyfödda barnet
  Barnet får ett eget nummer och hör till sin mor, sett från båda håll. PKU-provet bär moderns nummer: är det en annan mors
  stoppas det, och svaret kommer till barnet och inte till modern.

  @klass-1 @KRAV-NYF-01 @KRAV-NYF-03
  Scenario: Barnet hör till sin mor och får sitt eget svar
    Givet en kvinna mellan 20 och 40 år
    När barnmorskan på förlossningen registrerar det nyfödda barnet hos sin mor som "barnet"
    Så ser barnmorskan på förlossningen "barnet" hos sin mor och modern hos sitt barn inom 5 sekunder
    När barnmorskan på förlossningen tar PKU-prov på "barnet" som "provet"
    Och biomedicinska analytikern på laboratoriet besvarar PKU-provet "provet" på "barnet" med orden "Inga avvikande värden." som "svaret"
    Så läser barnmorskan på förlossningen "svaret" hos "barnet" och inte hos modern inom 5 sekunder

  @klass-1 @KRAV-NYF-02
  Scenario: Provet med en annan mors nummer stoppas
    Givet en kvinna mellan 20 och 40 år
    När barnmorskan på förlossningen registrerar det nyfödda barnet hos sin mor som "barnet"
    Och barnmorskan på förlossningen försöker ta PKU-prov på "barnet" med en annan mors nummer på kortet som "förväxlingen"
    Så stoppas "förväxlingen" för barnmorskan på förlossningen eftersom numret på kortet inte är moderns
