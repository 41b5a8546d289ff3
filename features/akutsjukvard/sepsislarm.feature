# language: sv
@akutsjukvård
Egenskap: Sepsislarm
  Höga NEWS2-poäng ska varna direkt så att odling tas och första dosen antibiotika ges inom en timme. Den som mår
  bra ska inte ge onödiga larm.

  @klass-1 @KRAV-VIT-02 @KRAV-LM-06 @KRAV-LM-07
  Scenario: Hög NEWS2 ger larm, odling och antibiotika inom en timme
    Givet en patient mellan 18 och 90 år
    När medicinska sekreteraren på akuten registrerar patienten för "Feber och frossa"
    Och sjuksköterskan på akuten för in vitalparametrar som "larmvärdena":
      | andningsfrekvens     | 26   |
      | syremättnad          | 91   |
      | syrgas               | ja   |
      | systoliskt blodtryck | 88   |
      | puls                 | 124  |
      | medvetande           | A    |
      | temperatur           | 39,4 |
    Så varnas sjuksköterskan på akuten för NEWS2 15 efter "larmvärdena" inom 5 sekunder
    När läkaren på akuten ordinerar och signerar Blododling som "odlingen"
    Och läkaren på akuten ordinerar Cefotaxim som "antibiotikan"
    Och sjuksköterskan på akuten tar "odlingen"
    Och sjuksköterskan på akuten ger "antibiotikan" som "första dosen"
    Så är "första dosen" given enligt läkaren på akuten inom 1 timme från "larmvärdena"
    Och läkaren på akuten ser att "odlingen" togs före "första dosen"

  @klass-1 @KRAV-VIT-02
  Scenario: Sju poäng räcker för larm
    Givet en patient mellan 18 och 90 år
    När medicinska sekreteraren på akuten registrerar patienten för "Feber"
    Och sjuksköterskan på akuten för in vitalparametrar som "larmvärdena":
      | andningsfrekvens     | 22   |
      | syremättnad          | 93   |
      | syrgas               | nej  |
      | systoliskt blodtryck | 108  |
      | puls                 | 104  |
      | medvetande           | A    |
      | temperatur           | 38,6 |
    Så varnas sjuksköterskan på akuten för NEWS2 7 efter "larmvärdena" inom 5 sekunder

  @klass-2 @KRAV-VIT-03
  Scenariomall: Låg NEWS2 ger inget larm (<läge>)
    Givet en patient mellan 18 och 90 år
    När medicinska sekreteraren på akuten registrerar patienten för "Hosta"
    Och sjuksköterskan på akuten för in vitalparametrar som "värdena":
      | andningsfrekvens     | <andning>    |
      | syremättnad          | <mättnad>    |
      | syrgas               | nej          |
      | systoliskt blodtryck | <tryck>      |
      | puls                 | <puls>       |
      | medvetande           | A            |
      | temperatur           | <temperatur> |
    Så varnas sjuksköterskan på akuten inte efter "värdena" under 3 sekunder

    Exempel:
      | läge  | andning | mättnad | tryck | puls | temperatur |
      | vila  | 16      | 97      | 128   | 72   | 36,8       |
      | feber | 16      | 94      | 108   | 96   | 38,4       |
