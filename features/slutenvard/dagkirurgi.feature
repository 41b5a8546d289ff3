# language: sv
@slutenvård
Egenskap: Dagkirurgi
  Den som opereras och går hem samma dag har svarat om sin hälsa före, är kontrollerad mot checklistan och har någon vuxen
  hemma. Saknas något av det börjar ingen operation, och ingen går hem.

  @klass-1 @KRAV-DAG-01 @KRAV-OP-02 @KRAV-OP-03
  Scenario: Från hälsodeklaration till hemgång samma dag
    Givet en patient mellan 18 och 75 år
    När läkaren på mottagningen sätter upp patienten på väntelistan för "Artroskopi vänster knä" som "ingreppet"
    Och medicinska sekreteraren på mottagningen kallar patienten till "ingreppet"
    Så ser sjuksköterskan på operation "ingreppet" i operationsprogrammet inom 5 sekunder
    När sjuksköterskan på mottagningen skickar hälsodeklaration som "hälsodeklarationen":
      | sjukdomar   | Inga                           |
      | läkemedel   | Inga                           |
      | allergi     | Ingen känd överkänslighet      |
      | vuxen hemma | Ja, sambon hämtar och stannar  |
    Så läser sjuksköterskan på operation allt i "hälsodeklarationen" inom 5 sekunder
    När sjuksköterskan på operation kvitterar att "hälsodeklarationen" har kommit
    Så ser sjuksköterskan på mottagningen att mottagaren har "hälsodeklarationen" inom 5 sekunder
    När sjuksköterskan på operation skickar checklista före operation som "checklistan":
      | identitet       | Patienten säger själv namn och personnummer |
      | åtgärd och sida | Artroskopi, vänster knä, märkt              |
      | fasta           | Sedan midnatt                               |
      | antibiotika     | Inte aktuellt                               |
    Så läser läkaren på operation allt i "checklistan" inom 5 sekunder
    När läkaren på operation opererar patienten enligt "ingreppet" som "operationsberättelsen"
    Så ser läkaren på mottagningen operationen "operationsberättelsen" i journalen inom 5 sekunder
    När sjuksköterskan på operation skickar hemgångsbedömning som "hemgången":
      | vaken och orienterad | Ja                            |
      | smärta               | Lätt, tar tabletter hemma     |
      | ätit och druckit     | Ja, utan illamående           |
      | vuxen hemma          | Ja, sambon är här             |
    Så läser sjuksköterskan på mottagningen allt i "hemgången" inom 5 sekunder

  @klass-1 @KRAV-DAG-02
  Scenario: Ingen operation börjar före genomgången hälsodeklaration
    Givet en patient mellan 18 och 75 år
    När sjuksköterskan på operation försöker skicka checklista före operation som "för tidigt":
      | identitet       | Patienten säger själv namn och personnummer |
      | åtgärd och sida | Ljumskbråck, höger, märkt                   |
      | fasta           | Sedan midnatt                               |
      | antibiotika     | Givet                                       |
    Så stoppas "för tidigt" för sjuksköterskan på operation eftersom hälsodeklarationen inte är genomgången

  @klass-1 @KRAV-DAG-03
  Scenario: Ingen går hem till ett tomt hem
    Givet en patient mellan 18 och 75 år
    När sjuksköterskan på operation försöker skicka hemgångsbedömning som "hemgången":
      | vaken och orienterad | Ja                        |
      | smärta               | Lätt, tar tabletter hemma |
      | ätit och druckit     | Ja                        |
    Så stoppas "hemgången" för sjuksköterskan på operation eftersom ingen vuxen är hemma
