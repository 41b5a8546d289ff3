# language: sv
@elevhälsa
Egenskap: Hälsobesök
  Skolsköterskan mäter, ser, hör och frågar, och den som tar emot nästa gång ser vad den förra skrev. Ett barn som lämnar sin kanal
  på tillväxtkurvan ska skolläkaren se, och barnmottagningen efter det.

  @klass-2 @KRAV-ELH-01 @KRAV-ELH-02
  Scenario: Ett barn som växer ur sin kanal kommer till skolläkaren och till barnmottagningen
    Givet en patient mellan 10 och 10 år
    När sjuksköterskan i elevhälsan för in längden 124 cm vid 7 års ålder som "längden i tvåan"
    Och sjuksköterskan i elevhälsan mäter eleven till 130,5 cm som "längden i fyran"
    Så ser läkaren i elevhälsan "längden i fyran" bland längderna inom 5 sekunder
    Och ser läkaren i elevhälsan "längden i fyran" bland tillväxt att bedöma inom 5 sekunder
    När läkaren i elevhälsan remitterar patienten till mottagningen för "Avplanande tillväxt, drygt en standardavvikelse på tre år" som "remissen"
    Så ser läkaren på mottagningen "remissen" bland obesvarade remisser inom 5 sekunder

  @klass-3 @KRAV-ELH-03
  Scenario: Nästa skolsköterska läser vad den förra såg
    Givet en patient mellan 9 och 14 år
    När sjuksköterskan i elevhälsan mäter eleven till 143 cm som "längden"
    Och sjuksköterskan i elevhälsan skickar hälsobesök som "besöket":
      | syn    | 1,0 på båda ögonen                     |
      | hörsel | 20 dB, alla frekvenser                 |
      | rygg   | Rak, inget puckelryggstecken vid framåtböjning |
      | mående | Trivs. Sover för lite på vardagar      |
    Så läser läkaren i elevhälsan allt i "besöket" inom 5 sekunder
