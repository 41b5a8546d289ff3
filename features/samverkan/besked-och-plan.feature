# language: sv
@samverkan
Egenskap: Besked och plan vid utskrivning
  Ett besked ändras och dras tillbaka, och då gäller det nya hos kommunen. Socialtjänsten får bara veta det som patienten har
  sagt ja till, så länge ja:et gäller. Planen görs med patienten, och varje besked når sin mottagare och ingen annan.

  @klass-1 @KRAV-SAM-05
  Scenario: Ett ändrat besked läses i sin nya lydelse och kvitteras på nytt
    Givet en patient mellan 70 och 98 år
    När sjuksköterskan på avdelningen skickar besked om beräknad utskrivning som "beskedet":
      | beräknad dag | 2026-12-04                         |
      | insatser     | Hjälp med personlig hygien, rollator |
    Och distriktssköterskan i kommunen kvitterar att "beskedet" har kommit
    Och sjuksköterskan på avdelningen ändrar besked om beräknad utskrivning "beskedet" till "det nya beskedet":
      | beräknad dag | 2026-12-07                                     |
      | insatser     | Hjälp med personlig hygien, rollator, trygghetslarm |
    Så läser distriktssköterskan i kommunen allt i "det nya beskedet" inom 5 sekunder
    När distriktssköterskan i kommunen kvitterar att "det nya beskedet" har kommit
    Så ser sjuksköterskan på avdelningen att mottagaren har "det nya beskedet" inom 5 sekunder

  @klass-1 @KRAV-SAM-06
  Scenario: En återkallad underrättelse gäller inte längre hos kommunen
    Givet en patient mellan 70 och 98 år
    När sjuksköterskan på avdelningen skickar underrättelse om hemgång som "underrättelsen":
      | dag                  | 2026-12-02                      |
      | hjälp första dygnet  | Hämtas 14.00, mat och läkemedel |
    Och distriktssköterskan i kommunen kvitterar att "underrättelsen" har kommit
    Och sjuksköterskan på avdelningen återkallar "underrättelsen" med skälet "Feber i natt, stannar kvar"
    Så ser distriktssköterskan i kommunen att "underrättelsen" är återkallat med skälet "Feber i natt, stannar kvar" inom 5 sekunder

  @klass-1 @KRAV-SAM-07
  Scenario: Socialtjänsten får veta först med samtycke, och inte när det har tagits tillbaka
    Givet en patient mellan 70 och 98 år
    När sjuksköterskan på avdelningen antecknar ett nej till att socialtjänsten får veta som "svaret"
    Så ser läkaren på avdelningen svaret "svaret" i journalen inom 5 sekunder
    När sjuksköterskan på avdelningen skickar besked om beräknad utskrivning som "beskedet":
      | beräknad dag | 2026-12-04                          |
      | insatser     | Såromläggning varannan dag, insulin |
    Och sjuksköterskan på avdelningen försöker skicka begäran om bistånd som "försöket":
      | behov  | Hjälp med mat och hygien |
      | önskan | Bo kvar hemma            |
    Så stoppas "försöket" för sjuksköterskan på avdelningen eftersom samtycke till socialtjänsten saknas
    När sjuksköterskan på avdelningen antecknar ett ja till att socialtjänsten får veta som "ångrat svar"
    Och sjuksköterskan på avdelningen skickar begäran om bistånd som "begäran":
      | behov  | Hjälp med mat och hygien |
      | önskan | Bo kvar hemma            |
    Så läser biståndshandläggaren i socialtjänsten allt i "begäran" inom 5 sekunder
    När sjuksköterskan på avdelningen antecknar ett nej till att socialtjänsten får veta som "återtaget svar"
    Och sjuksköterskan på avdelningen försöker skicka begäran om bistånd som "det sena försöket":
      | behov  | Hjälp på natten |
      | önskan | Trygghetslarm   |
    Så stoppas "det sena försöket" för sjuksköterskan på avdelningen eftersom samtycke till socialtjänsten saknas

  @klass-2 @KRAV-SAM-08
  Scenario: Planen läses av kommunen och av patienten själv
    Givet en patient mellan 70 och 98 år
    När distriktssköterskan på vårdcentralen skickar samordnad individuell plan som "planen":
      | mål        | Klara trappan och gå ut själv               |
      | insatser   | Hemrehabilitering, dosett, hemtjänst        |
      | ansvariga  | Distriktssköterskan; hemtjänstens samordnare |
      | deltagare  | Patienten, dottern, kommunen, vårdcentralen |
      | uppföljning | Om fyra veckor, hos patienten               |
    Så läser distriktssköterskan i kommunen allt i "planen" inom 5 sekunder
    Och läser patienten allt i "planen" på 1177 inom 5 sekunder

  @klass-2 @KRAV-SAM-09
  Scenario: En plan utan deltagare går inte iväg
    Givet en patient mellan 70 och 98 år
    När distriktssköterskan på vårdcentralen försöker skicka samordnad individuell plan som "den halva planen":
      | mål        | Klara trappan och gå ut själv               |
      | insatser   | Hemrehabilitering, dosett, hemtjänst        |
      | ansvariga  | Distriktssköterskan; hemtjänstens samordnare |
      | uppföljning | Om fyra veckor, hos patienten               |
    Så stoppas "den halva planen" för distriktssköterskan på vårdcentralen eftersom deltagarna saknas

  @klass-2 @KRAV-SAM-10
  Scenario: Avdelningen vet vem som är fast vårdkontakt
    Givet en patient mellan 70 och 98 år
    När distriktssköterskan på vårdcentralen skickar besked om fast vårdkontakt som "vårdkontakten":
      | namn    | Distriktssköterskan på plan 2   |
      | enhet   | Vårdcentralen                   |
      | telefon | 033-000 00 00, vardagar 8–10    |
    Så läser sjuksköterskan på avdelningen allt i "vårdkontakten" inom 5 sekunder

  @klass-1 @KRAV-SAM-11
  Scenario: Varje besked når sin mottagare och ingen annan
    Givet en patient mellan 70 och 98 år
    När sjuksköterskan på avdelningen skickar underrättelse till vistelsekommunen som "underrättelsen":
      | vistelse | Hos sonen till den 10 januari |
      | insatser | Trygghetslarm, medicin i dosett |
    Och sjuksköterskan på avdelningen skickar slutanteckning till privat vårdcentral som "slutanteckningen":
      | vårdtid     | 27 november–2 december               |
      | läkemedel   | Nytt: Metoprolol 50 mg. Utsatt: inget |
      | uppföljning | Blodtryck om två veckor              |
    Så läser distriktssköterskan i vistelsekommunen allt i "underrättelsen" inom 5 sekunder
    Och läser sjuksköterskan på den privata vårdcentralen allt i "slutanteckningen" inom 5 sekunder
    Och har distriktssköterskan i kommunen inte fått underrättelse till vistelsekommunen under 2 sekunder
    Och har sjuksköterskan på vårdcentralen inte fått slutanteckning till privat vårdcentral under 2 sekunder
