# language: sv
@slutenvård
Egenskap: Veckodos, vid behov och avstämning vid utskrivning
  Metotrexat en gång i veckan ska vara en gång i veckan för alla som läser listan: varje dag kan det döda. Det som sätts
  ut vid avstämningen ska vara borta överallt, också hos patienten.

  @klass-1 @KRAV-LM-08 @KRAV-LM-09 @KRAV-LM-10
  Scenario: Veckodosen förblir en veckodos och det utsatta försvinner
    Givet en patient mellan 40 och 85 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen ordinerar Metotrexat som "metotrexatet"
    Och farmaceuten på läkemedelsenheten granskar "metotrexatet"
    Så står "metotrexatet" lika ofta i alla läkemedelslistor för sjuksköterskan på avdelningen inom 5 sekunder
    När läkaren på avdelningen försöker ordinera Metotrexat varje dag som "misstaget"
    Så stoppas "misstaget" för läkaren på avdelningen eftersom läkemedlet ges en gång i veckan
    När läkaren på avdelningen ordinerar Ketobemidon som "vid behov"
    Så står "vid behov" lika ofta i alla läkemedelslistor för sjuksköterskan på avdelningen inom 5 sekunder
    När läkaren på avdelningen sätter ut "vid behov"
    Så är "vid behov" borta och "metotrexatet" kvar i alla läkemedelslistor för sjuksköterskan på avdelningen inom 5 sekunder
    När läkaren på avdelningen skriver ut patienten som "utskrivningen"
    Så är "vid behov" borta och "metotrexatet" kvar i alla läkemedelslistor för läkaren på avdelningen inom 5 sekunder
