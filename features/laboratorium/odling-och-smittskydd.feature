# language: sv
@laboratorium
Egenskap: Odling och smittskyddsanmälan
  Ett preliminärt svar ska synas som preliminärt och bli slutligt på samma plats. Efter slutsvaret kommer inget preliminärt
  och skriver över det, och anmälan når smittskyddet med allt som måste stå.

  @klass-1 @KRAV-UND-01 @KRAV-UND-02 @KRAV-UND-03
  Scenario: Det preliminära svaret blir slutligt, och bara en gång
    Givet en patient mellan 18 och 90 år
    När läkaren på avdelningen beställer undersökningen odling i feces för "Diarré efter utlandsresa" som "odlingen"
    Så ser biomedicinska analytikern på laboratoriet undersökningen "odlingen" bland de beställda inom 5 sekunder
    När biomedicinska analytikern på laboratoriet lämnar det preliminära svaret "Växt av misstänkt Salmonella. Typning pågår." på undersökningen "odlingen" som "odlingssvaret"
    Så läser läkaren på avdelningen det preliminära svaret "odlingssvaret" med orden "Växt av misstänkt Salmonella. Typning pågår." inom 5 sekunder
    När biomedicinska analytikern på laboratoriet gör svaret "odlingssvaret" slutligt med orden "Salmonella Enteritidis. Ingen växt av Shigella eller Campylobacter."
    Så läser läkaren på avdelningen det slutliga svaret "odlingssvaret" med orden "Salmonella Enteritidis. Ingen växt av Shigella eller Campylobacter." inom 5 sekunder
    När biomedicinska analytikern på laboratoriet försöker lämna ett nytt preliminärt svar "Ingen växt hittills." på undersökningen "odlingen" som "det sena svaret"
    Så stoppas "det sena svaret" för biomedicinska analytikern på laboratoriet eftersom slutsvaret redan är lämnat

  @klass-1 @KRAV-UND-02 @KRAV-SMI-01 @KRAV-SMI-02
  Scenario: Smittskyddsanmälan når smittskyddet, och bara när den är hel
    Givet en patient mellan 18 och 90 år
    När läkaren på avdelningen beställer undersökningen odling i feces för "Blodig diarré" som "odlingen"
    Och biomedicinska analytikern på laboratoriet lämnar det slutliga svaret "EHEC påvisad." på undersökningen "odlingen" som "slutsvaret"
    Så läser läkaren på avdelningen det slutliga svaret "slutsvaret" med orden "EHEC påvisad." inom 5 sekunder
    När läkaren på avdelningen försöker skicka smittskyddsanmälan som "den halva anmälan":
      | sjukdom    | EHEC                                    |
      | smittland  | Sverige                                 |
      | åtgärder   | Hygienråd givna, avstängd från förskola |
    Så stoppas "den halva anmälan" för läkaren på avdelningen eftersom smittvägen saknas
    När läkaren på avdelningen skickar smittskyddsanmälan som "anmälan":
      | sjukdom    | EHEC                                    |
      | smittväg   | Livsmedel, troligen köttfärs            |
      | smittland  | Sverige                                 |
      | åtgärder   | Hygienråd givna, avstängd från förskola |
    Så läser läkaren på smittskyddsenheten allt i "anmälan" inom 5 sekunder
    När läkaren på smittskyddsenheten kvitterar att "anmälan" har kommit
    Så ser läkaren på avdelningen att mottagaren har "anmälan" inom 5 sekunder
