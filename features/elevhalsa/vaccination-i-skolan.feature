# language: sv
@elevhälsa
Egenskap: Vaccination i skolan
  Barn vaccineras när båda vårdnadshavarna har samtyckt. Det ena ja:et räcker inte, ett nej är ett nej, och varje vaccination
  går att spåra till sin batch.

  @klass-1 @KRAV-VAC-01 @KRAV-VAC-03
  Scenario: Vaccineras när båda har samtyckt
    Givet en patient mellan 7 och 8 år
    När sjuksköterskan i elevhälsan antecknar att den ena vårdnadshavaren samtycker till vaccination
    Och sjuksköterskan i elevhälsan försöker vaccinera eleven med MPR ur batch "PROV-2026-117" som "för tidigt"
    Så stoppas "för tidigt" för sjuksköterskan i elevhälsan eftersom båda vårdnadshavarna inte har samtyckt
    När sjuksköterskan i elevhälsan antecknar att den andra vårdnadshavaren samtycker till vaccination
    Och sjuksköterskan i elevhälsan vaccinerar eleven med MPR ur batch "PROV-2026-117" som "vaccinationen"
    Så ser läkaren i elevhälsan vaccinationen "vaccinationen" med sitt batchnummer inom 5 sekunder

  @klass-1 @KRAV-VAC-02
  Scenario: Ett nej räcker
    Givet en patient mellan 11 och 12 år
    När sjuksköterskan i elevhälsan antecknar att den ena vårdnadshavaren samtycker till vaccination
    Och sjuksköterskan i elevhälsan antecknar att den andra vårdnadshavaren säger nej till vaccination
    Och sjuksköterskan i elevhälsan försöker vaccinera eleven med HPV ur batch "PROV-2026-204" som "trots nej"
    Så stoppas "trots nej" för sjuksköterskan i elevhälsan eftersom en vårdnadshavare har sagt nej

  @klass-1 @KRAV-VAC-04
  Scenario: Den som inte tål vaccinet vaccineras inte
    Givet en patient mellan 7 och 8 år
    När sjuksköterskan i elevhälsan antecknar att den ena vårdnadshavaren samtycker till vaccination
    Och sjuksköterskan i elevhälsan antecknar att den andra vårdnadshavaren samtycker till vaccination
    Och sjuksköterskan i elevhälsan antecknar allergi mot neomycin som "överkänsligheten"
    Och sjuksköterskan i elevhälsan försöker vaccinera eleven med MPR ur batch "PROV-2026-117" som "trots överkänslighet"
    Så stoppas "trots överkänslighet" för sjuksköterskan i elevhälsan eftersom vaccinet innehåller något som barnet är överkänsligt mot

  @klass-2 @KRAV-VAC-05
  Scenario: Vaccinationsregistret får veta vad som gavs
    Givet en patient mellan 11 och 12 år
    När sjuksköterskan i elevhälsan antecknar att den ena vårdnadshavaren samtycker till vaccination
    Och sjuksköterskan i elevhälsan antecknar att den andra vårdnadshavaren samtycker till vaccination
    Och sjuksköterskan i elevhälsan vaccinerar eleven med HPV ur batch "PROV-2026-204" som "vaccinationen"
    Och sjuksköterskan i elevhälsan skickar rapport till vaccinationsregistret som "rapporten":
      | vaccin      | Humant papillomvirus |
      | dos         | 1                    |
      | batchnummer | PROV-2026-204        |
      | given       | 2026-12-01           |
    Så läser handläggaren på vaccinationsregistret allt i "rapporten" inom 5 sekunder
