# language: sv
@elevhälsa
Egenskap: Egenvård i skolan och byte av skola
  Skolans personal ger det som vården har planerat och läser inget av journalen. När eleven byter skola följer journalen med om
  någon som får bestämma det har sagt ja, annars inte.

  @klass-1 @KRAV-ELH-04
  Scenario: Elevassistenten läser vad som ges, när och vem som ska ringas
    Givet en patient mellan 7 och 15 år
    När sjuksköterskan i elevhälsan skickar egenvårdsplan som "planen":
      | läkemedel   | Insulin lispro i pump                    |
      | när         | Före lunch och före mellanmål            |
      | så ges det  | Eleven själv, en vuxen ser på            |
      | ring om     | Glukos under 4 eller över 15, kräkning   |
    Så läser elevassistenten på skolan allt i "planen" inom 5 sekunder

  @klass-1 @KRAV-ELH-05
  Scenario: En egenvårdsplan utan tid går inte iväg
    Givet en patient mellan 7 och 15 år
    När sjuksköterskan i elevhälsan försöker skicka egenvårdsplan som "den halva planen":
      | läkemedel   | Insulin lispro i pump                    |
      | så ges det  | Eleven själv, en vuxen ser på            |
      | ring om     | Glukos under 4 eller över 15, kräkning   |
    Så stoppas "den halva planen" för sjuksköterskan i elevhälsan eftersom det inte står när läkemedlet ges

  @klass-2 @KRAV-ELH-06
  Scenario: Utan medgivande följer journalen inte med
    Givet en patient mellan 7 och 15 år
    När sjuksköterskan i elevhälsan antecknar ett nej till att journalen följer med till den nya skolan som "svaret"
    Och sjuksköterskan i elevhälsan försöker skicka överlämnande av elevhälsojournal som "försöket":
      | vaccinationer | MPR två doser, HPV en dos |
      | tillväxt      | Följer sin kanal          |
      | pågående      | Ny hörselkontroll i april |
    Så stoppas "försöket" för sjuksköterskan i elevhälsan eftersom överlämnandet inte är medgivet

  @klass-2 @KRAV-ELH-07
  Scenario: Med medgivande läser den nya skolan det pågående
    Givet en patient mellan 7 och 15 år
    När sjuksköterskan i elevhälsan antecknar ett ja till att journalen följer med till den nya skolan som "svaret"
    Och sjuksköterskan i elevhälsan skickar överlämnande av elevhälsojournal som "överlämnandet":
      | vaccinationer | MPR två doser, HPV en dos |
      | tillväxt      | Följer sin kanal          |
      | pågående      | Ny hörselkontroll i april |
    Så läser sjuksköterskan i den nya skolans elevhälsa allt i "överlämnandet" inom 5 sekunder
